using FlowEngine.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.SampleExtension;

public static class SampleExtensionServices
{
    public static IServiceCollection AddSampleExtension(this IServiceCollection services)
    {
        var assembly = typeof(SampleExtensionServices).Assembly;
        return services.AddNodes(assembly).AddCheckRules(assembly);
    }
}
