using FlowEngine.Chat.Engines;
using FlowEngine.Chat.Limits;
using FlowEngine.Chat.Refusals;
using FlowEngine.Chat.Replies;
using FlowEngine.Chat.Telemetry;
using FlowEngine.Conversations;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Chat.Turns;

/// <summary>What a prepared turn came to: the reply that was stored, or why nothing was.</summary>
public sealed record TurnAnswer(ChatReply? Reply, TurnOutcome? Outcome, Refusal? Refusal);

/// <summary>Runs a prepared turn: state, engine, one write, reply.</summary>
public sealed class TurnRunner(
    PlannedEngines engines,
    AssistantColumnsReader assistants,
    IComparisonPlanner comparisons,
    ITurnWriter writer,
    UsageGate usage,
    TimeProvider time,
    ILogger<TurnRunner> logger)
{
    /// <summary>The claim, if there is one, is given up unless the turn was stored.</summary>
    public async Task<TurnAnswer> RunAsync(PreparedTurn turn, TurnWatch watch, IReplyStream stream, CancellationToken cancellationToken)
    {
        var stored = false;
        var first = new FirstDelta(stream, time);
        try
        {
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
            var assistant = await assistants.ReadAsync(turn, run, CancellationToken.None);
            var commit = TurnCommits.Of(
                turn, run, assistant, ReplyJson.Write(reply), time.GetUtcNow(), duration, usage.IsLimited(turn.Input.Tenant)) with
            {
                Comparisons = await comparisons.PlanAsync(turn, run, duration, first.Milliseconds, CancellationToken.None),
            };

            // From here on the client's leaving changes nothing: what was said is stored.
            stored = await writer.CommitAsync(commit, CancellationToken.None) == CommitResult.Saved;
            if (outcome.Failure is { } failure)
            {
                Log.TurnFailed(logger, turn.Input.TurnId, engine, failure.Code);
            }

            if (!stored)
            {
                var refusal = TurnRefusals.ConversationBusy();
                watch.Refused(refusal.Code);
                return new(null, null, refusal);
            }

            if (commit.Comparisons.Count > 0)
            {
                comparisons.Stored();
            }

            watch.Saved(outcome);
            return new(reply, outcome, null);
        }
        finally
        {
            if (!stored && turn.Claim is { } claim)
            {
                await ReleaseAsync(claim);
            }
        }
    }

    private async Task ReleaseAsync(TurnClaim claim)
    {
        try
        {
            await writer.ReleaseAsync(claim, CancellationToken.None);
        }
        catch (StorageUnavailableException fault)
        {
            // The lease ends by itself; the fault that led here is the one to report.
            Log.StorageUnavailable(logger, fault, fault.Code);
        }
    }
}
