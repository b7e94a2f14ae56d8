using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Running;

/// <summary>
/// V2: walks the tenant's flow, node by node, until it must wait for the user or comes to its end. State in, outcome out; the same input
/// and the same answers of the ports give the same outcome.
/// </summary>
public sealed class ConversationFlowEngine(
    FlowCache flows, TurnPorts ports, TurnLimits limits, TimeProvider time, ILogger<ConversationFlowEngine> logger) : IConversationEngine
{
    private readonly WalkOpener _opener = new(flows);
    private readonly SubFlowCaller _caller = new(flows);

    public async Task<TurnOutcome> RunAsync(TurnInput turn, IReplyStream stream, CancellationToken cancellationToken)
    {
        var opening = await _opener.OpenAsync(turn, cancellationToken);
        if (opening.Failure is { } failure)
        {
            return OutcomeFactory.Failed(turn, new TurnBuilder(0), failure, Fallback(turn, FlowSettings.None));
        }

        var walk = new Walk(turn, opening.Frames);
        var settings = opening.Frames[0].Version.Settings;
        var allowed = settings.Within(limits.Smallest(turn.Tenant.Settings.Limits));
        var made = new TurnBuilder(walk.Innermost.Flow.Steps.Length + 4);
        using var deadline = new CancellationTokenSource(allowed.MaxDuration, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            if (turn.IsTimeout && TakeTimeout(turn, walk, made, Fallback(turn, settings)) is { } outcome)
            {
                return outcome;
            }

            var said = new SayingStream(stream);
            var context = new NodeContext(turn, asking => RecordingPorts.Over(ports, asking, made), said, time);
            if (opening.Resumes && await ResumeAsync(turn, walk, context, either.Token) is { } lost)
            {
                return OutcomeFactory.Failed(turn, made, lost, Fallback(turn, settings));
            }

            return await WalkAsync(turn, walk, made, context, said, new LimitGuard(allowed), either.Token);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return OutcomeFactory.Failed(turn, made, new(FailureCodes.Cancelled), null);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            var over = new TurnFailure(FailureCodes.TimeLimit, walk.Innermost.Step.Id, $"more than {allowed.MaxDuration.TotalSeconds} s");
            return OutcomeFactory.Failed(turn, made, over, Fallback(turn, settings));
        }
    }

    /// <summary>Runs steps until one waits, ends the walk or fails for good.</summary>
    private async ValueTask<TurnOutcome> WalkAsync(
        TurnInput turn, Walk walk, TurnBuilder made, NodeContext context, SayingStream said, LimitGuard guard, CancellationToken cancellationToken)
    {
        var fallback = Fallback(turn, walk.Frames[0].Version.Settings);
        var clock = time.GetTimestamp();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (guard.Step(walk) is { } tooFar)
            {
                return OutcomeFactory.Failed(turn, made, tooFar, fallback);
            }

            var step = walk.Innermost.Step;
            Enter(context, step, walk);
            var running = turn.Tenant.DisabledNodeTypes is { Count: > 0 } disabled && disabled.Contains(step.Type.Name)
                ? new(NodeResult.Fail(FailureCodes.NodeTypeDisabled))
                : StepRunner.RunAsync(step, context, logger, cancellationToken);
            var result = running.IsCompletedSuccessfully ? running.Result : await running;
            made.Add(result);
            walk.Set(result.Sets);
            if (guard.Amounts(walk, made) is { } tooMuch)
            {
                Trace(made, step, result, tooMuch, ref clock);
                return OutcomeFactory.Failed(turn, made, tooMuch, fallback);
            }

            if (said.HasToSay(result))
            {
                await said.SayAsync(result, cancellationToken);
            }

            if (result is { Kind: NodeResultKind.End, ResetConversation: true })
            {
                walk.Forget();
            }

            if (result.Kind == NodeResultKind.Wait || (result.Kind == NodeResultKind.End && walk.Depth == 1))
            {
                Trace(made, step, result, null, ref clock);
                return result.Kind == NodeResultKind.Wait
                    ? OutcomeFactory.Waiting(turn, walk, made, WaitStates.Create(turn, walk, result, context), fallback)
                    : OutcomeFactory.Ended(turn, walk, made, fallback);
            }

            var failure = result.Kind == NodeResultKind.Continue
                ? Transitions.Continue(walk, result)
                : await LeaveAsync(turn, walk, made, result, cancellationToken);
            Trace(made, step, result, failure, ref clock);
            if (failure is not null && !Transitions.Recover(walk))
            {
                return OutcomeFactory.Failed(turn, made, failure, fallback);
            }

            context.Answer = null;
            context.Attempts = 0;
        }
    }

    /// <summary>Into a flow, back to its caller, or nowhere.</summary>
    /// <returns>Null where the walk went on.</returns>
    private ValueTask<TurnFailure?> LeaveAsync(
        TurnInput turn, Walk walk, TurnBuilder made, in NodeResult result, CancellationToken cancellationToken) =>
        result.Kind switch
        {
            NodeResultKind.Call => _caller.CallAsync(turn, walk, made, result.Call!, cancellationToken),
            NodeResultKind.Fail => new(result.Failure! with { NodeId = walk.Innermost.Step.Id }),
            _ => new(Transitions.Return(walk)),
        };

    /// <summary>Gives the waiting node its answer and the variables their rows; why that could not be done, or null.</summary>
    private async ValueTask<TurnFailure?> ResumeAsync(TurnInput turn, Walk walk, NodeContext context, CancellationToken cancellationToken)
    {
        context.NodeId = walk.Innermost.Step.Id;
        if (!turn.IsTimeout)
        {
            context.Answer = turn.Message;
            context.Attempts = turn.State.Walk!.Attempts;
        }

        try
        {
            await StoredRows.LoadAsync(walk.Frames.Select(frame => frame.Variables), context, cancellationToken);
            return null;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // As for a node whose port throws: the turn fails by name.
            Log.NodeThrew(logger, fault, context.NodeId, walk.Innermost.Step.Type.Name);
            return new(FailureCodes.NodeFailed, context.NodeId, fault.GetType().Name);
        }
    }

    private static TurnOutcome? TakeTimeout(TurnInput turn, Walk walk, TurnBuilder made, string? fallback)
    {
        if (turn.State.Walk is not { } waiting)
        {
            return OutcomeFactory.Failed(turn, made, new(FailureCodes.NotWaiting), null);
        }

        var step = walk.Innermost.Step;
        if (turn.Tenant.DisabledNodeTypes.Contains(step.Type.Name))
        {
            return OutcomeFactory.Failed(turn, made, new(FailureCodes.NodeTypeDisabled, step.Id), null);
        }

        var port = step.ConnectedPort(NodePort.Timeout);
        if (port < 0)
        {
            return OutcomeFactory.StillWaiting(turn, walk, made, waiting, fallback);
        }

        var sets = step.Configuration is IWaitingConfiguration waited ? waited.SetsAtTimeout : default;
        walk.Set(sets);
        walk.Innermost.Position = step.Ports[port].Target;
        made.Trace.Add(new(step.Traced, port, 0, sets, null));
        return null;
    }

    private static void Enter(NodeContext context, Step step, Walk walk)
    {
        context.NodeId = step.Id;
        context.Visits++;
        context.Configuration = step.Configuration;
        context.Scope = walk.Scope;
    }

    private void Trace(TurnBuilder made, Step step, in NodeResult result, TurnFailure? failure, ref long clock)
    {
        var now = time.GetTimestamp();
        var ticks = (int)Math.Min(time.GetElapsedTime(clock, now).Ticks, int.MaxValue);
        clock = now;
        var port = result.Kind == NodeResultKind.Continue && failure is null ? result.Port : -1;
        made.Trace.Add(new(step.Traced, port, ticks, result.Sets, failure) { Model = made.TakeNote() });
    }

    /// <summary>Null in a time-out: nobody asked, so nobody is told that there is no answer.</summary>
    private static string? Fallback(TurnInput turn, FlowSettings settings) => turn.IsTimeout
        ? null
        : settings.FallbackText?.GetValueOrDefault(turn.Language) ?? turn.Tenant.Settings.Fallback(turn.Language);
}
