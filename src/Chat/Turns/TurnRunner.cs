using FlowEngine.Chat.Engines;
using FlowEngine.Chat.Limits;
using FlowEngine.Chat.Refusals;
using FlowEngine.Chat.Replies;
using FlowEngine.Chat.Telemetry;
using FlowEngine.Conversations;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Chat.Turns;

/// <summary>Runs a planned turn: engine, one write, reply.</summary>
public sealed class TurnRunner(
    EngineExecutor engines,
    AssistantColumnsReader assistants,
    IComparisonPlanner comparisons,
    ITurnWriter writer,
    UsageGate usage,
    TimeProvider time,
    ILogger<TurnRunner> logger)
{
    public async Task<TurnEnd> RunAsync(PlannedTurn turn, TurnWatch watch, IReplyStream stream, CancellationToken cancellationToken)
    {
        var first = new FirstDelta(stream, time);
        var began = time.GetTimestamp();
        watch.Runs(EngineText.Of(turn.Plan.Engine), turn.Stage);
        var run = await engines.RunAsync(turn, watch, first, cancellationToken);
        var (engine, outcome) = (EngineText.Of(run.Engine), run.Outcome);
        if (turn.Input.IsTimeout && outcome.Failure?.Code == FailureCodes.Cancelled)
        {
            // The service stops: the wait stays due, for whoever runs next.
            throw new OperationCanceledException(cancellationToken);
        }

        var duration = time.GetElapsedTime(began).TotalMilliseconds;
        watch.Answers(engine, turn.Stage);
        watch.Saves(outcome);
        var reply = ReplyBuilder.Build(turn.Input, outcome, engine, duration);
        var replyJson = ReplyJson.Write(reply);
        var assistant = await assistants.ReadAsync(turn, run, CancellationToken.None);
        var commit = TurnCommitMapper.Of(turn, run, assistant, replyJson, time.GetUtcNow(), duration, usage.IsLimited(turn.Input.Tenant)) with
        {
            Comparisons = comparisons.Plan(turn, run, duration, first.Milliseconds),
        };

        // From here on the client's leaving changes nothing: what was said is stored.
        var isStored = await writer.CommitAsync(commit, CancellationToken.None) == CommitResult.Saved;
        if (outcome.Failure is { } failure)
        {
            Log.TurnFailed(logger, turn.Input.TurnId, engine, failure.Code);
        }

        if (!isStored)
        {
            return new TurnEnd.Refused(TurnRefusals.ConversationBusy());
        }

        if (commit.Comparisons.Count > 0)
        {
            comparisons.Stored();
        }

        watch.Saved(outcome);
        return new TurnEnd.Answered(reply, replyJson, outcome);
    }
}
