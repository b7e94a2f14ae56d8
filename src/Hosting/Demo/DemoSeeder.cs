using FlowEngine.Checking;
using FlowEngine.Conversations;
using FlowEngine.Hosting.Access;
using FlowEngine.NodeTypes;
using FlowEngine.Storage.Access;
using FlowEngine.Storage.Flows;
using FlowEngine.Storage.Import;
using FlowEngine.Storage.Tenants;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FlowEngine.Hosting.Demo;

/// <summary>Makes the tenants <c>demo</c> and <c>demo-en</c> with their catalogues, flows and keys; in Development only.</summary>
public sealed class DemoSeeder(
    TenantImporter importer,
    TenantStore tenants,
    ApiKeyStore keys,
    FlowVersionStore flows,
    FlowVersionChanges changes,
    FlowFiles files,
    NodeRegistry registry,
    IOptions<FlowEngineOptions> options,
    ILogger<DemoSeeder> logger)
{
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        foreach (var name in DemoKeys.Tenants)
        {
            await SeedAsync(name, cancellationToken);
        }

        await EnsureKeyAsync(DemoKeys.Operator, null, AccessScope.Admin, cancellationToken);
    }

    private async Task SeedAsync(string name, CancellationToken cancellationToken)
    {
        var data = DemoFile.Read(Path.Combine(AppContext.BaseDirectory, "Demo", $"{name}.json"));
        var (tenant, created) = await importer.ImportAsync(data, options.Value.InstanceId, cancellationToken);
        if (!created && await tenants.FindAsync(name, cancellationToken) is not { IsActive: true })
        {
            return;
        }

        foreach (var scope in Enum.GetValues<AccessScope>())
        {
            await EnsureKeyAsync(DemoKeys.Of(name, scope), tenant.TenantId, scope, cancellationToken);
        }

        var known = await flows.NamesAsync(tenant, cancellationToken);
        var samples = files.Read();
        foreach (var (flow, document) in samples.Where(flow => !known.Contains(flow.Key)))
        {
            await PublishAsync(tenant, flow, document, cancellationToken);
        }

        if (created)
        {
            Log.DemoSeeded(logger, name, data.Products.Count, data.Knowledge.Count, samples.Count);
        }
    }

    private async Task PublishAsync(TenantKey tenant, string name, string document, CancellationToken cancellationToken)
    {
        var check = FlowChecker.Check(document, new CheckContext(registry));
        if (check.HasErrors)
        {
            throw new InvalidOperationException(
                $"The sample flow '{name}' has faults: {string.Join(" ", check.Findings.Select(finding => finding.Message))}");
        }

        var draft = new FlowDraft(name, document, check.StartNodeId, "demo", "Sample flow");
        var saved = await changes.SaveDraftAsync(tenant, draft, null, cancellationToken);
        await changes.PublishAsync(tenant, name, saved!.Summary.Version, new FlowChangeCommand("demo"), cancellationToken);
    }

    private async Task EnsureKeyAsync(string key, long? tenantId, AccessScope scope, CancellationToken cancellationToken)
    {
        if (await keys.FindAsync(key, cancellationToken) is null)
        {
            await keys.CreateAsync(tenantId, key, EnumNames.For(scope), key, cancellationToken);
        }
    }
}
