using FlowEngine.NodeTypes;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Nodes;

public static class NodesServices
{
    /// <summary>Finds every node type of this project; adding one is adding a file.</summary>
    public static IServiceCollection AddNodes(this IServiceCollection services)
    {
        services.Scan(scan => scan
            .FromAssemblyOf<NodesAssembly>()
            .AddClasses(classes => classes.AssignableTo<INode>(), publicOnly: false)
            .As<INode>()
            .WithSingletonLifetime());
        services.AddSingleton<NodeRegistry>();
        return services;
    }

    private sealed class NodesAssembly;
}
