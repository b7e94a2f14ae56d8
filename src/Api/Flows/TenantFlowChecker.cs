using FlowEngine.Checking;
using FlowEngine.Conversations;
using FlowEngine.Drawflow;
using FlowEngine.Integrations.Http;
using FlowEngine.NodeTypes;
using FlowEngine.Storage.Flows;

namespace FlowEngine.Api.Flows;

/// <summary>Checks documents against what one tenant may use and has.</summary>
public sealed class TenantFlowChecker(
    NodeRegistry registry, IEnumerable<ICheckRule> extraRules, FlowVersionStore store, OutgoingHttpOptions outgoing)
{
    private readonly IReadOnlyList<ICheckRule> _extraRules = [.. extraRules];

    /// <param name="name">The flow that the document is or becomes; it may call itself. Null: none yet.</param>
    public async Task<CheckResult> CheckAsync(
        TenantProfile tenant, string? name, DrawflowReading reading, string? startNodeId, CancellationToken cancellationToken)
    {
        var names = (await store.NamesAsync(tenant.Key, cancellationToken)).ToHashSet(StringComparer.Ordinal);
        if (name is not null)
        {
            names.Add(name);
        }

        return FlowChecker.Check(reading, new CheckContext(
            registry, startNodeId, Allowed(tenant), names, tenant.Settings.AllowedHosts, outgoing.OpenNetworks, tenant.Languages)
        {
            FlowName = name,
            WantsModel = tenant.Directives.Any(directive => directive is { Key: CheckContext.ModelDirective, Value: "true" or "1" }),
            Flows = await OthersAsync(tenant.Key, name, cancellationToken),
        }, _extraRules);
    }

    /// <summary>The active versions of the other flows: what this one may call, and who may call it.</summary>
    private async Task<Dictionary<string, KnownFlow>> OthersAsync(TenantKey tenant, string? name, CancellationToken cancellationToken)
    {
        var others = new Dictionary<string, KnownFlow>(StringComparer.Ordinal);
        foreach (var other in await store.ListAsync(tenant, cancellationToken))
        {
            if (other.IsActive && other.Name != name
                && await store.GetAsync(tenant, other.Name, other.Version, cancellationToken) is { } version)
            {
                others[other.Name] = new KnownFlow(version.FlowData, version.StartNodeId);
            }
        }

        return others;
    }

    /// <summary>Names of the tenant's active flows that call this one.</summary>
    public async Task<IReadOnlyList<string>> CallersAsync(TenantKey tenant, string name, CancellationToken cancellationToken)
    {
        var callers = new List<string>();
        foreach (var other in await store.ListAsync(tenant, cancellationToken))
        {
            if (!other.IsActive || other.Name == name
                || await store.GetAsync(tenant, other.Name, other.Version, cancellationToken) is not { } version)
            {
                continue;
            }

            var check = FlowChecker.Check(version.FlowData, new CheckContext(registry, version.StartNodeId));
            if (check.Document is { } document && document.Model.Modules.SelectMany(module => module.Nodes.Values)
                .Any(node => node.Bound?.Value is ISubFlowConfiguration call && call.Flow == name))
            {
                callers.Add(other.Name);
            }
        }

        return callers;
    }

    public HashSet<string> Allowed(TenantProfile tenant) => registry.All
        .Select(type => type.Name)
        .Where(type => !tenant.DisabledNodeTypes.Contains(type))
        .ToHashSet(StringComparer.Ordinal);
}
