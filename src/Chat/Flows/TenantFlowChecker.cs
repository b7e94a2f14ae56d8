using FlowEngine.Checking;
using FlowEngine.Conversations;
using FlowEngine.Drawflow;
using FlowEngine.NodeTypes;

namespace FlowEngine.Chat.Flows;

/// <summary>Checks documents against what one tenant may use and has.</summary>
public sealed class TenantFlowChecker(
    NodeRegistry registry, IEnumerable<ICheckRule> extraRules, ITenantFlows flows, OpenNetworks networks)
{
    private readonly IReadOnlyList<ICheckRule> _extraRules = [.. extraRules];

    /// <param name="name">The flow that the document is or becomes; it may call itself. Null: none yet.</param>
    public async Task<CheckResult> CheckAsync(
        TenantProfile tenant, string? name, DrawflowReading reading, string? startNodeId, CancellationToken cancellationToken)
    {
        var names = (await flows.NamesAsync(tenant.Key, cancellationToken)).ToHashSet(StringComparer.Ordinal);
        if (name is not null)
        {
            names.Add(name);
        }

        return FlowChecker.Check(reading, new CheckContext(
            registry, startNodeId, Allowed(tenant), names, tenant.Settings.AllowedHosts, networks.All, tenant.Languages)
        {
            FlowName = name,
            WantsModel = tenant.Directives.Any(directive => directive is { Key: CheckContext.ModelDirective, Value: "true" or "1" }),
            Flows = await OthersAsync(tenant.Key, name, cancellationToken),
        }, _extraRules);
    }

    /// <summary>Names of the tenant's active flows that call this one.</summary>
    public async Task<IReadOnlyList<string>> CallersAsync(TenantKey tenant, string name, CancellationToken cancellationToken)
    {
        var callers = new List<string>();
        foreach (var (other, flow) in await OthersAsync(tenant, name, cancellationToken))
        {
            var check = FlowChecker.Check(flow.Json, new CheckContext(registry, flow.StartNodeId));
            if (check.Document is { } document && document.Model.Modules.SelectMany(module => module.Nodes.Values)
                .Any(node => node.Bound?.Value is ISubFlowConfiguration call && call.Flow == name))
            {
                callers.Add(other);
            }
        }

        return callers;
    }

    /// <summary>What this one may call, and who may call it.</summary>
    private async Task<Dictionary<string, KnownFlow>> OthersAsync(TenantKey tenant, string? name, CancellationToken cancellationToken) =>
        (await flows.ActiveAsync(tenant, cancellationToken)).Where(flow => flow.Key != name)
            .ToDictionary(flow => flow.Key, flow => flow.Value, StringComparer.Ordinal);

    public HashSet<string> Allowed(TenantProfile tenant) => registry.All
        .Select(type => type.Name)
        .Where(type => !tenant.DisabledNodeTypes.Contains(type))
        .ToHashSet(StringComparer.Ordinal);
}
