using System.Reflection;
using FlowEngine.Checking;
using FlowEngine.NodeTypes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FlowEngine.Nodes;

public static class NodesServices
{
    /// <summary>Registers the built-in node types.</summary>
    public static IServiceCollection AddNodes(this IServiceCollection services) => services.AddNodes(typeof(NodesServices).Assembly);

    /// <summary>Registers every node type of an assembly, public or not. Two types with one name stop the start.</summary>
    public static IServiceCollection AddNodes(this IServiceCollection services, Assembly assembly)
    {
        services.Scan(scan => scan
            .FromAssemblies(assembly)
            .AddClasses(classes => classes.AssignableTo<INode>(), publicOnly: false)
            .As<INode>()
            .WithSingletonLifetime());
        services.TryAddSingleton<NodeRegistry>();
        return services;
    }

    /// <summary>Registers every check rule of an assembly, public or not. They run when a flow is checked, after the built-in rules.</summary>
    public static IServiceCollection AddCheckRules(this IServiceCollection services, Assembly assembly) =>
        services.Scan(scan => scan
            .FromAssemblies(assembly)
            .AddClasses(classes => classes.AssignableTo<ICheckRule>(), publicOnly: false)
            .As<ICheckRule>()
            .WithSingletonLifetime());
}
