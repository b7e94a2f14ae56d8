using FlowEngine.Chat.Engines;
using FlowEngine.Chat.Replies;
using FlowEngine.Chat.Telemetry;
using FlowEngine.Conversations;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Chat.Turns;

/// <summary>Runs the engine of a turn's plan, and the one that stands in where it fails.</summary>
public sealed class EngineExecutor(ConversationEngines engines, ILogger<EngineExecutor> logger)
{
    /// <param name="watch">Null where nobody counts: a trial.</param>
    public async Task<EngineRun> RunAsync(PlannedTurn turn, TurnWatch? watch, IReplyStream stream, CancellationToken cancellationToken)
    {
        var plan = turn.Plan;
        if (plan.Fallback is not { } standIn)
        {
            return new(plan.Engine, await AnswerAsync(turn, plan.Engine, stream, cancellationToken));
        }

        var provisional = new DiscardableStream(stream);
        var outcome = await TryAsync(turn, plan.Engine, provisional, cancellationToken);
        if (outcome.Failure is not { Code: not FailureCodes.Cancelled } failure)
        {
            return new(plan.Engine, outcome);
        }

        await provisional.DiscardAllAsync(cancellationToken);
        var fallback = new TurnFallback(plan.Engine, failure.Code);
        Log.TurnFellBack(logger, turn.Input.TurnId, EngineText.Of(plan.Engine), failure.Code, EngineText.Of(standIn));
        watch?.FallsBack(EngineText.Of(plan.Engine), failure.Code, EngineText.Of(standIn));
        var second = await AnswerAsync(turn, standIn, stream, cancellationToken);
        if (second.Failure is null)
        {
            return new(standIn, Together(outcome, second), fallback);
        }

        return second.Failure.Code == FailureCodes.Cancelled
            ? new(plan.Engine, Together(outcome, second) with { Effects = [] }, fallback)
            : new(plan.Engine, outcome with { Usage = outcome.Usage.Plus(second.Usage), Trace = [.. outcome.Trace, .. second.Trace] }, fallback);
    }

    /// <summary>
    /// The second's answer with what both did. What the first said is dropped, marked as kept or not: one message has one answer. What it
    /// collected before such a mark is kept.
    /// </summary>
    private static TurnOutcome Together(TurnOutcome first, TurnOutcome second) => second with
    {
        Effects = [.. first.Effects, .. second.Effects],
        Trace = [.. first.Trace, .. second.Trace],
        OutsideAnswers = [.. first.OutsideAnswers, .. second.OutsideAnswers],
        Usage = first.Usage.Plus(second.Usage),
    };

    /// <summary>A bug of the engine is one more way to fail, where somebody stands in.</summary>
    private async Task<TurnOutcome> TryAsync(PlannedTurn turn, EngineName engine, IReplyStream stream, CancellationToken cancellationToken)
    {
        try
        {
            return await AnswerAsync(turn, engine, stream, cancellationToken);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or StorageUnavailableException or OutOfMemoryException))
        {
            Log.Unexpected(logger, fault);
            return Failed(turn, FailureCodes.EngineFailed);
        }
    }

    private async Task<TurnOutcome> AnswerAsync(PlannedTurn turn, EngineName engine, IReplyStream stream, CancellationToken cancellationToken)
    {
        var input = turn.Input;
        if (engine == EngineName.V2)
        {
            var (state, fault) = StateOf(turn);
            if (state is null)
            {
                return Failed(turn, fault!);
            }

            input = input with { State = state };
        }

        return await engines.Of(engine).RunAsync(input, stream, cancellationToken);
    }

    private static (ConversationState? State, string? Fault) StateOf(PlannedTurn turn)
    {
        if (turn.Handover?.Taken is { } taken)
        {
            return (taken, null);
        }

        var (state, fault) = turn.Stored;

        // A wait that another engine's answer went past is over; what was collected stays.
        return (turn.Input.Status == ConversationStatus.Waiting ? state : state is null ? null : state with { Walk = null }, fault);
    }

    /// <summary>The state is left as it is: where it cannot be read an engineer can repair it, and the next turn finds it.</summary>
    private static TurnOutcome Failed(PlannedTurn turn, string code) => new()
    {
        Messages = turn.Input.IsTimeout ? [] : [Message.Fallback($"{turn.Input.TurnId:N}", turn.Input.Tenant.Settings.Fallback(turn.Input.Language))],
        State = ConversationState.Empty,
        Status = turn.Input.Status,
        Language = turn.Input.Language,
        Flow = turn.Input.Flow,
        Failure = new TurnFailure(code),
    };
}
