using FlowEngine.Chat.Engines;
using FlowEngine.Chat.Tenants;
using FlowEngine.Chat.Turns;
using FlowEngine.Comparing.Observations;
using FlowEngine.Comparing.Verdicts;
using FlowEngine.Conversations;
using FlowEngine.ParallelRuns.Candidates;
using FlowEngine.ParallelRuns.Judging;
using FlowEngine.ParallelRuns.Planning;
using FlowEngine.Storage.Comparisons;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FlowEngine.ParallelRuns.Work;

/// <summary>Runs the candidate of one pending comparison and judges it; nothing is written here.</summary>
public sealed class ComparisonRunner(
    TenantDirectory tenants,
    CandidateTurns turns,
    CandidateRunner runner,
    CandidateBudget budget,
    ControlEffects effects,
    TurnComparer comparer,
    IOptionsMonitor<ComparisonOptions> options,
    TimeProvider time,
    ILogger<ComparisonRunner> logger)
{
    /// <summary>Attempts that may end without a result, as those of a process that was killed.</summary>
    private const int MaxAttempts = 3;

    /// <exception cref="OperationCanceledException">The service stops; the comparison stays pending.</exception>
    public async Task<CompletedComparison> RunAsync(LeasedComparison run, CancellationToken stopping)
    {
        var old = time.GetUtcNow() - run.CreatedAt > TimeSpan.FromHours(options.CurrentValue.PendingHours);
        if (run.Attempt > MaxAttempts || old)
        {
            return Ended(run, ComparisonResult.Abandoned, old ? "too_old" : "too_many_attempts");
        }

        var given = CandidateJson.Input(run.Input);
        var control = ObservationJson.Read(run.Control);
        if (given is null || control is null)
        {
            return Ended(run, ComparisonResult.Abandoned, "unreadable");
        }

        try
        {
            return await RunAsync(run, given, control, stopping);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or StorageUnavailableException))
        {
            Log.ComparisonFailed(logger, fault, run.Id);
            return Ended(run, ComparisonResult.Abandoned, "fault");
        }
    }

    private async Task<CompletedComparison> RunAsync(LeasedComparison run, CandidateInput given, Observation control, CancellationToken stopping)
    {
        if (await tenants.FindAsync(run.Tenant.TenantId, stopping) is not { } tenant)
        {
            return Ended(run, ComparisonResult.Skipped, "tenant_gone");
        }

        if (run.IsLate && options.CurrentValue.Lagging == "skip")
        {
            return Ended(run, ComparisonResult.Skipped, "lagging");
        }

        if (await budget.ExhaustedAsync(tenant.Profile, stopping) is { } exhausted)
        {
            return Ended(run, ComparisonResult.Skipped, exhausted);
        }

        if (turns.Of(run, given, tenant) is not { } turn)
        {
            return Ended(run, ComparisonResult.Skipped, "missed_turn");
        }

        var ledger = new CandidateLedger(effects);
        var limit = TimeSpan.FromSeconds(options.CurrentValue.CandidateSeconds);
        var engine = run.Candidate == "v1" ? EngineName.V1 : EngineName.V2;
        var ran = await runner.RunAsync(engine, turn.Input, run.Stage, turn.History, ledger, limit, stopping);
        var verdict = await comparer.CompareAsync(tenant.Profile, run.TurnId, given, control, ran.Observed, stopping);
        return Judged(run, tenant.Profile, turn, control, ran, verdict);
    }

    private CompletedComparison Judged(
        LeasedComparison run, TenantProfile tenant, CandidateTurn turn, Observation control, RanCandidate ran, Verdict verdict)
    {
        var candidate = ran.Observed;
        return new()
        {
            Run = run,
            Result = ComparisonResultNames.Of(verdict.Result),
            Severity = EnumNames.For(verdict.Severity),
            DecidedBy = verdict.DecidedBy,
            Cluster = verdict.Cause?.Cluster,
            ExpiredRule = verdict.ExpiredRules is not null,
            Control = ObservationJson.Write(ObservationMask.Clean(control, turn.Input.State.Vars)),
            CandidateRaw = ObservationJson.Write(candidate),
            CandidateAnswer = ObservationJson.Write(ObservationMask.Clean(candidate, turn.Input.State.Vars)),
            Verdict = VerdictJson.Write(verdict),
            CandidateMs = candidate.TotalMs,
            CandidateFirstMs = candidate.FirstTokenMs,
            CandidateTokens = candidate.InputTokens + candidate.OutputTokens,
            CandidateCost = candidate.Cost?.Amount,
            Currency = candidate.Cost?.Currency,
            VerdictTokens = verdict.Usage?.Tokens ?? 0,
            VerdictCost = verdict.Usage?.Cost ?? 0,
            UnpricedModel = candidate.IsUnpriced ? candidate.Model : control.IsUnpriced ? control.Model : null,
            State = CandidateTurns.StateAfter(run, turn, ran),
            Day = LocalDay.Of(tenant, time.GetUtcNow()),
        };
    }

    private CompletedComparison Ended(LeasedComparison run, ComparisonResult result, string reason) => new()
    {
        Run = run,
        Result = ComparisonResultNames.Of(result),
        SkippedReason = reason,
        Day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime),
    };
}
