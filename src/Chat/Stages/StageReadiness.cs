using FlowEngine.Chat.Tenants;
using FlowEngine.Chat.Trying;
using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Chat.Stages;

/// <summary>What has to be so before a tenant may leave <c>off</c>.</summary>
public sealed class StageReadiness(FlowCache flows, IFlowVersions versions, FlowTrial trial, ITenantReader registry)
{
    private const string Answering = "ai_response";

    private static readonly Dictionary<VariablePath, Value> s_nothing = [];

    public async Task<IReadOnlyList<ReadyCheck>> CheckAsync(TenantSnapshot tenant, CancellationToken cancellationToken)
    {
        var (flow, problem) = FlowChoice.Choose(tenant, null, null, null);
        if (flow is null)
        {
            const string first = "There is no flow to look at.";
            const string fix = "Fix active_flow first.";
            return
            [
                new("active_flow", false, problem!.Detail, "Publish a version of a flow, and set it as the default flow where there are several."),
                new(Answering, false, first, fix), new("registry", false, first, fix), new("trial", false, first, fix),
            ];
        }

        var (types, failure) = await new ReachableSteps(flows).TypesAsync(tenant.Profile.Key, flow, tenant.ActiveFlows, cancellationToken);
        return
        [
            new("active_flow", true, $"'{flow.Name}', version {flow.Version}.", null),
            Answer(flow, types, failure),
            await RegistryAsync(tenant, types, cancellationToken),
            await TrialAsync(tenant, flow, cancellationToken),
        ];
    }

    private static ReadyCheck Answer(FlowVersionRef flow, IReadOnlySet<NodeTypeInfo>? types, TurnFailure? failure) =>
        types is null ? new(Answering, false, $"'{flow.Name}' cannot be read: {failure!.Cause ?? failure.Code}.", "Publish a version of it that has no errors.")
        : types.Any(type => type.AnswersByModel) ? new(Answering, true, $"Walks of '{flow.Name}' can come to one.", null)
        : new(Answering, false, $"No walk of '{flow.Name}' comes to one.", $"Connect an {Answering} to a way that starts at the flow's beginning, and publish.");

    private async Task<ReadyCheck> RegistryAsync(TenantSnapshot tenant, IReadOnlySet<NodeTypeInfo>? types, CancellationToken cancellationToken)
    {
        var known = await registry.CountNodeTypesAsync(cancellationToken);
        var off = types?.Select(type => type.Name).Where(tenant.Profile.DisabledNodeTypes.Contains).Order(StringComparer.Ordinal).ToList() ?? [];
        return known == 0 ? new("registry", false, "ai_workflow_nodes is empty.", "Start the service once: it mirrors its node types there.")
            : off.Count > 0 ? new(
                "registry", false, $"Switched off, or not open to this tenant: {string.Join(", ", off)}.", "Switch them on, or publish a flow without them.")
            : new("registry", true, $"{known} node types; all that the flow comes to are open to the tenant.", null);
    }

    private async Task<ReadyCheck> TrialAsync(TenantSnapshot tenant, FlowVersionRef flow, CancellationToken cancellationToken)
    {
        var text = tenant.Profile.Language == "tr" ? "Merhaba" : "Hello";
        var (view, fault) = await trial.RunAsync(
            new(tenant, flow, versions, TrialState.New, text, null, s_nothing, null), cancellationToken);
        var wrong = view is null ? fault
            : view.Failure is { } failure ? $"{failure.Code}{(failure.NodeId is null ? "" : $" at node {failure.NodeId}")}"
            : view.Messages.Count == 0 ? "it said nothing"
            : null;
        return wrong is null
            ? new("trial", true, $"'{text}' was answered with {view!.Messages.Count} messages in {view.DurationMs:0} ms; nothing was stored.", null)
            : new("trial", false, $"A conversation of one turn, '{text}', failed: {wrong}.", "Try the turn with 'flow try' or POST .../try, which shows every step.");
    }
}
