using FlowEngine.Chat.Engines;
using FlowEngine.Chat.Replies;
using FlowEngine.Comparing.Observations;
using FlowEngine.Conversations;

namespace FlowEngine.ParallelRuns.Candidates;

/// <summary>What a candidate did.</summary>
/// <param name="Outcome">Null where it gave none: it threw, or did not come back in time.</param>
public sealed record RanCandidate(Observation Observed, TurnOutcome? Outcome);

/// <summary>Runs a candidate on a turn within its own time; whatever it does, there is an observation of it.</summary>
public sealed class CandidateRunner(CandidateEngines engines, TimeProvider time)
{
    public const string TimedOut = "candidate_timeout";
    public const string Threw = "candidate_threw";

    /// <summary>What a candidate that is cancelled may take to come back, before it is left alone.</summary>
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(2);

    /// <exception cref="OperationCanceledException">The service stops.</exception>
    public async Task<RanCandidate> RunAsync(
        EngineName engine, TurnInput input, string stage, IConversationHistory history, CandidateLedger ledger, TimeSpan limit,
        CancellationToken stopping)
    {
        using var deadline = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, deadline.Token);
        FirstDelta? stream = null;
        var began = time.GetTimestamp();
        TurnOutcome? outcome = null;
        string? fault = null;
        try
        {
            // A candidate that never comes back is left alone with its thread. Its time begins there: how long it waits for one says nothing
            // of the engine.
            outcome = await Task.Run(
                    () =>
                    {
                        began = time.GetTimestamp();
                        stream = new FirstDelta(NoReplyStream.Instance, time);
                        return engines.Of(engine, history, ledger).RunAsync(input, stream, either.Token);
                    },
                    stopping)
                .WaitAsync(limit + s_grace, time, stopping);
        }
        catch (Exception thrown) when (!stopping.IsCancellationRequested)
        {
            fault = thrown.GetType().Name;
        }

        stopping.ThrowIfCancellationRequested();
        var took = time.GetElapsedTime(began).TotalMilliseconds;
        var late = deadline.IsCancellationRequested && (outcome is null || outcome.Failure?.Code == FailureCodes.Cancelled);
        if (outcome is null || late)
        {
            return new(Failed(engine, input, stage, took, late ? TimedOut : Threw, late ? $"more than {limit.TotalSeconds} s" : fault), null);
        }

        return new(
            Observer.Of(
                input, outcome, EnumNames.For(engine), stage, took, stream?.Milliseconds, [.. outcome.Effects, .. ledger.Intents]),
            outcome);
    }

    private static Observation Failed(EngineName engine, TurnInput input, string stage, double took, string code, string? cause) => new()
    {
        Engine = EnumNames.For(engine),
        Stage = stage,
        InputHash = InputFingerprint.Of(input),
        Messages = [],
        Status = EnumNames.For(input.Status),
        Failure = new(code, cause),
        TotalMs = took,
    };
}
