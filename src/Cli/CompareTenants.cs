using FlowEngine.Chat.Tenants;
using FlowEngine.Hosting;
using FlowEngine.Storage.Stages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FlowEngine.Cli;

/// <summary>Tenants whose comparisons are asked for.</summary>
internal static class CompareTenants
{
    /// <param name="slug">Null: all.</param>
    /// <returns>At least one where a slug is named; or why it cannot be done.</returns>
    public static async Task<(IReadOnlyList<TenantSnapshot> Tenants, string? Refusal)> OfAsync(
        IServiceProvider services, string? slug, CancellationToken cancellationToken)
    {
        if (await CommandHost.SchemaRefusalAsync(services, cancellationToken) is { } unready)
        {
            return ([], unready);
        }

        var directory = services.GetRequiredService<TenantDirectory>();
        if (slug is not null)
        {
            return await directory.FindAsync(slug, cancellationToken) is { } named ? ([named], null) : ([], $"There is no active tenant '{slug}'.");
        }

        var instance = services.GetRequiredService<IOptions<FlowEngineOptions>>().Value.InstanceId;
        var tenants = new List<TenantSnapshot>();
        foreach (var listed in await services.GetRequiredService<StageStore>().ListAsync(instance, cancellationToken))
        {
            if (await directory.FindAsync(listed.Slug, cancellationToken) is { } tenant)
            {
                tenants.Add(tenant);
            }
        }

        return (tenants, null);
    }
}
