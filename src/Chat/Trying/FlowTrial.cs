using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Running;
using FlowEngine.Testing.Observing;
using FlowEngine.Testing.Running;
using FlowEngine.Testing.Tracing;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Chat.Trying;

/// <summary>One turn by the real engine within a turn's own limits, of which nothing is stored and nothing is sent; models are asked.</summary>
public sealed class FlowTrial(
    IProductCatalog catalog, IKnowledgeBase knowledge, ModelChain models, NodeRegistry registry, TurnLimits limits, TimeProvider time,
    ILogger<ConversationFlowEngine> logger)
{
    /// <returns>The outcome; or which node there is not.</returns>
    public async Task<(TryView? View, string? Fault)> RunAsync(TrialRequest request, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var alone = request.NodeId;
        var module = alone is null ? null : await ModuleAsync(request, alone, cancellationToken);
        if (alone is not null && module is null)
        {
            return (null, $"The flow has no node '{alone}'.");
        }

        var single = module is null ? null : new SingleNode(request.Flow.Id, module, alone!, asks: request.Message is null);
        var observer = new NodeObserver();
        var cache = new FlowCache(request.Versions, registry, edit: version => observer.In(single is null ? version : single.In(version)));
        var effects = new RecordedEffects();
        var ports = new TurnPorts(observer.Watch(catalog), observer.Watch(knowledge), new TrialHistory(request.State.History), models) { Http = UnsentHttp.Instance, Effects = effects };
        var turn = Input(request, module);
        var outcome = await new ConversationFlowEngine(cache, ports, limits, time, logger).RunAsync(turn, NoReplyStream.Instance, cancellationToken);
        var steps = await new TraceFold(cache).ReadAsync(turn, outcome, cancellationToken);
        var duration = time.GetElapsedTime(began).TotalMilliseconds;
        var all = outcome with { Effects = [.. outcome.Effects, .. effects.Intents] };
        return (single is null
            ? TrialReport.Turn(all, steps, observer, duration) with { State = request.State.After(turn, outcome).View() }
            : TrialReport.Node(all, steps, observer, duration), null);
    }

    private async ValueTask<string?> ModuleAsync(TrialRequest request, string nodeId, CancellationToken cancellationToken) =>
        (await new FlowCache(request.Versions, registry).GetAsync(request.Tenant.Profile.Key, request.Flow.Id, cancellationToken)).Version?
            .Modules.Values.FirstOrDefault(flow => flow.IndexById.ContainsKey(nodeId))?.Module;

    /// <param name="module">Of the node that runs alone: the walk stands at it.</param>
    private TurnInput Input(TrialRequest request, string? module)
    {
        var state = request.State;
        var now = Now(request);
        if (module is not null)
        {
            var frame = new FrameState(request.Flow.Id, module, request.NodeId!, new Dictionary<string, Value>(), new Dictionary<string, string>());
            state = state with { Context = state.Context with { Walk = new([frame], now, null, 0) } };
        }

        var tenant = request.Tenant;
        return new()
        {
            Tenant = tenant.Profile,
            ConversationId = Guid.CreateVersion7(now),
            TurnId = Guid.CreateVersion7(now),
            Seq = state.Turns + 1,
            Now = now,
            SessionId = "try",
            Message = module is null ? request.Message : request.Message ?? "",
            Language = request.Language ?? state.Language ?? tenant.Profile.Language,
            State = state.With(request.Variables).Context,
            Status = state.Status,
            Flow = request.Flow,
            ActiveFlows = new Dictionary<string, FlowVersionRef>(tenant.ActiveFlows, StringComparer.Ordinal) { [request.Flow.Name] = request.Flow },
            IsFirstTurn = state.Turns == 0,
        };
    }

    /// <summary>A time-out comes when its time has passed.</summary>
    private DateTimeOffset Now(TrialRequest request) =>
        request is { Message: null, NodeId: null, State.Context.Walk.ExpiresAt: { } due } && due > time.GetUtcNow() ? due : time.GetUtcNow();
}
