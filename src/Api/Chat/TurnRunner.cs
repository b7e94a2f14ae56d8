using FlowEngine.Api.Problems;
using FlowEngine.Api.Telemetry;
using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Api.Chat;

/// <summary>What a prepared turn came to: the reply that was stored, or why nothing was.</summary>
public sealed record TurnAnswer(ChatReply? Reply, TurnOutcome? Outcome, ApiProblem? Problem);

/// <summary>Runs a prepared turn: state, engine, one write, reply.</summary>
public sealed class TurnRunner(ConversationEngines engines, ITurnWriter writer, TimeProvider time, ILogger<TurnRunner> logger)
{
    /// <summary>The claim, if there is one, is given up unless the turn was stored.</summary>
    public async Task<TurnAnswer> RunAsync(PreparedTurn turn, TurnWatch watch, IReplyStream stream, CancellationToken cancellationToken)
    {
        var stored = false;
        try
        {
            var began = time.GetTimestamp();
            watch.Runs(turn.EngineText, turn.Stage);
            var outcome = await AnswerAsync(turn, stream, cancellationToken);
            if (turn.Input.IsTimeout && outcome.Failure?.Code == FailureCodes.Cancelled)
            {
                // The service stops: the wait stays due, for whoever runs next.
                throw new OperationCanceledException(cancellationToken);
            }

            var duration = time.GetElapsedTime(began).TotalMilliseconds;
            watch.Saves(outcome);
            var reply = ReplyBuilder.Build(turn.Input, outcome, turn.EngineText, duration);
            var commit = TurnCommits.Of(turn, outcome, ReplyJson.Write(reply), time.GetUtcNow(), duration);

            // From here on the client's leaving changes nothing: what was said is stored.
            stored = await writer.CommitAsync(commit, CancellationToken.None) == CommitResult.Saved;
            if (outcome.Failure is { } failure)
            {
                Log.TurnFailed(logger, turn.Input.TurnId, turn.EngineText, failure.Code);
            }

            if (!stored)
            {
                var problem = ApiProblems.ConversationBusy();
                watch.Refused(problem.Code);
                return new(null, null, problem);
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

    private async Task<TurnOutcome> AnswerAsync(PreparedTurn turn, IReplyStream stream, CancellationToken cancellationToken)
    {
        var input = turn.Input;
        if (turn.Engine == EngineName.V2)
        {
            var (state, fault) = ConversationStateJson.Read(turn.Before?.ContextData);
            if (state is null)
            {
                return Unreadable(turn, fault!);
            }

            // A wait that another engine's answer went past is over; what was collected stays.
            input = input with { State = input.Status == ConversationStatus.Waiting ? state : state with { Walk = null } };
        }

        return await engines.Of(turn.Engine).RunAsync(input, stream, cancellationToken);
    }

    /// <summary>A state that cannot be read is left as it is: an engineer can mend it, and the next turn finds it.</summary>
    private static TurnOutcome Unreadable(PreparedTurn turn, string code) => new()
    {
        Messages = turn.Input.IsTimeout ? [] :
        [
            new Message
            {
                Id = $"{turn.Input.TurnId:N}-fallback",
                Role = MessageRole.Assistant,
                Kind = MessageKind.Fallback,
                Content = turn.Input.Tenant.Settings.Fallback(turn.Input.Language),
            },
        ],
        State = ConversationState.Empty,
        Status = turn.Input.Status,
        Language = turn.Input.Language,
        Flow = turn.Input.Flow,
        Failure = new TurnFailure(code),
    };

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
