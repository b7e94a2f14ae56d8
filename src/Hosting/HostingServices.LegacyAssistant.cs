using FlowEngine.LegacyAssistant;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Hosting;

public static partial class HostingServices
{
    static partial void AddV1(IServiceCollection services) => services.AddLegacyAssistant();
}
