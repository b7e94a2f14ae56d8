using FlowEngine.Chat.Engines;
using FlowEngine.Chat.Queues;
using FlowEngine.Chat.Stages;
using FlowEngine.Chat.Tenants;
using FlowEngine.Chat.Turns;
using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Running;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Chat.Switches;

/// <summary>Tries kill switches on turns by the real engines, of which nothing is stored and nothing is sent. Models are asked.</summary>
public sealed class Drills(
    IEnumerable<IEngineFactory> engines,
    FlowCache flows,
    TurnPorts ports,
    IModelDirectory models,
    TimeProvider time,
    ILoggerFactory loggers)
{
    public async Task<IReadOnlyList<DrillView>> RunAsync(TenantSnapshot tenant, CancellationToken cancellationToken)
    {
        var (flow, _) = FlowChoice.Choose(tenant, null, null, null);
        var version = flow is null ? null : (await flows.GetAsync(tenant.Profile.Key, flow.Id, cancellationToken)).Version;
        var chain = await models.ChainAsync(tenant.Profile.Key, null, cancellationToken);
        var provider = chain.Count == 0 ? null : chain[0].Provider;
        var hasOther = chain.Any(model => !string.Equals(model.Provider, provider, StringComparison.OrdinalIgnoreCase));
        var views = new List<DrillView>();
        foreach (var drill in DrillList.Of(
            version is null ? null : flow, version?.Home.Steps[version.Home.Start].Type.Name, provider, hasOther, time.GetUtcNow()))
        {
            var seen = await SeenAsync(tenant, drill, flow, cancellationToken);
            views.Add(new(
                drill.Switch.Kind, drill.Switch.Subject.Length == 0 ? null : drill.Switch.Subject, StageNames.Of(drill.Stage), drill.Expected, seen,
                seen == drill.Expected));
        }

        return views;
    }

    /// <summary>The same steps as a message's, up to the outcome.</summary>
    private async Task<string> SeenAsync(TenantSnapshot tenant, Drill drill, FlowVersionRef? flow, CancellationToken cancellationToken)
    {
        // Switches that are in force already would be seen in the place of the one that is tried.
        var now = time.GetUtcNow();
        var switched = KillSwitchPolicy.Apply(tenant with { Switches = [drill.Switch] });
        if (KillSwitchPolicy.RefusalOf(switched, now) is { } refusal)
        {
            return Drill.RefusedBy(refusal);
        }

        var over = new ConversationEngines(engines, ports with { Http = UnsentHttp.Instance, Effects = new RecordedEffects() });
        if (TurnRouter.Route(drill.Stage, null, over.Without(KillSwitchPolicy.Engines(switched))) is not { } plan || (plan.Engine == EngineName.V2 && flow is null))
        {
            return Drill.RefusedBy(KillSwitchPolicy.NoEngine(switched, now));
        }

        var turn = Turn(switched, plan, drill.Stage, flow, now);
        var run = await new EngineExecutor(over, loggers.CreateLogger<EngineExecutor>())
            .RunAsync(turn, watch: null, NoReplyStream.Instance, cancellationToken);
        return Drill.Answered(Text(drill, run), plan.Candidate is { } candidate ? EngineText.Of(candidate) : "nobody");
    }

    private static string Text(Drill drill, EngineRun run)
    {
        var engine = EngineText.Of(run.Engine);
        return run switch
        {
            { Outcome.Failure: { } failure } => $"fallback text of {engine} ({failure.Code})",
            { Fallback: { } fallback } => $"{engine} in place of {EngineText.Of(fallback.From)} ({fallback.Code})",
            _ => drill.Switch.Kind == KillSwitch.ModelProvider ? $"{engine} by another provider" : engine,
        };
    }

    private static PlannedTurn Turn(TenantSnapshot tenant, TurnPlan plan, Stage stage, FlowVersionRef? flow, DateTimeOffset now)
    {
        var language = tenant.Profile.Language;
        var input = new TurnInput
        {
            Tenant = tenant.Profile,
            ConversationId = Guid.CreateVersion7(now),
            TurnId = Guid.CreateVersion7(now),
            Seq = 1,
            Now = now,
            SessionId = "drill",
            Message = language == "tr" ? "Merhaba" : "Hello",
            Language = language,
            Flow = flow,
            ActiveFlows = tenant.ActiveFlows,
            IsFirstTurn = true,
        };
        var head = new ConversationHead(input.ConversationId, true, input.SessionId, null, language, now);
        return new(input, plan, StageNames.Of(stage), head, null, null, "drill", null, "");
    }
}
