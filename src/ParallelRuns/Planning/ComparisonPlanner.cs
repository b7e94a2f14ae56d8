using System.Text;
using FlowEngine.Chat.Engines;
using FlowEngine.Chat.Stages;
using FlowEngine.Chat.Turns;
using FlowEngine.Comparing.Observations;
using FlowEngine.Conversations;
using FlowEngine.ParallelRuns.Candidates;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FlowEngine.ParallelRuns.Planning;

/// <summary>
/// Decides which comparisons a turn asks for, or why none. What it gives is written by the turn's own transaction. A fault here
/// means no comparison, and never reaches the user.
/// </summary>
public sealed class ComparisonPlanner(
    CandidateThrottle load, ComparisonSignal signal, IOptionsMonitor<ComparisonOptions> options, TimeProvider time,
    ILogger<ComparisonPlanner> logger) : IComparisonPlanner
{
    private const double All = 100;

    public IReadOnlyList<ComparisonRequest> Plan(PlannedTurn turn, EngineRun run, double durationMs, double? firstTokenMs)
    {
        var settings = options.CurrentValue;
        if (turn.Plan.Candidate is not { } candidate || turn.Decision is not { IsSampled: true } decision || turn.Input.IsTimeout || !settings.Enabled)
        {
            return [];
        }

        var wanted = Wanted(turn, candidate, decision, settings);
        try
        {
            if (turn.Plan.Engine != run.Engine)
            {
                return [.. wanted.Select(one => one with { Result = ComparisonRequest.ControlFailed, Cluster = $"failure:{run.Fallback?.Code}", ControlMs = durationMs })];
            }

            return SkippedReason(turn, run, candidate) is { } reason
                ? [.. wanted.Select(one => Skip(one, reason, durationMs))]
                : Complete(wanted, turn, run, durationMs, firstTokenMs);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            Log.PlanningFailed(logger, fault, turn.Input.TurnId);
            return [.. wanted.Select(one => Skip(one, "gate_fault", durationMs))];
        }
    }

    public void Stored() => signal.Ring();

    private static ComparisonRequest Skip(ComparisonRequest one, string reason, double durationMs) =>
        one with { Result = ComparisonRequest.Skipped, SkippedReason = reason, ControlMs = durationMs };

    private static IReadOnlyList<ComparisonRequest> Complete(
        IReadOnlyList<ComparisonRequest> wanted, PlannedTurn turn, EngineRun run, double durationMs, double? firstTokenMs)
    {
        var before = run.Engine == EngineName.V2 ? BeforeOf(turn) : null;
        var input = turn.Input;
        if (before is not null && ConversationStateJson.Read(before).State is { } state)
        {
            input = input with { State = state };
        }

        var control = ObservationJson.Write(
            Observer.Of(input, run.Outcome, EngineText.Of(run.Engine), turn.Stage, durationMs, firstTokenMs));
        return
        [
            .. wanted.Select(one => one with
            {
                Control = control,
                ControlMs = durationMs,
                ControlFirstMs = firstTokenMs,
                Input = CandidateJson.Write(InputOf(turn, one)),
            }),
        ];
    }

    private static CandidateInput InputOf(PlannedTurn turn, ComparisonRequest one)
    {
        var input = turn.Input;
        var again = one.Candidate == one.AnsweredBy;
        return new(
            input.Message!,
            input.Language,
            input.Now,
            input.SessionId,
            input.UserId,
            input.Metadata.Count == 0 ? null : input.Metadata,
            one.Candidate == EngineText.Of(EngineName.V2) ? again ? BeforeOf(turn) : turn.Before?.ContextData : null,
            input.Status,
            input.IsFirstTurn,
            again ? input.Flow : turn.CandidateFlow)
        {
            Assistant = input.Assistant == AssistantReference.None ? null : input.Assistant,
        };
    }

    /// <summary>What V2 began the turn with.</summary>
    private static string? BeforeOf(PlannedTurn turn) =>
        turn.Handover?.Taken is { } taken ? Encoding.UTF8.GetString(ConversationStateJson.Write(taken)) : turn.Before?.ContextData;

    private List<ComparisonRequest> Wanted(PlannedTurn turn, EngineName candidate, StageDecision decision, ComparisonOptions settings)
    {
        var (control, other) = (EngineText.Of(turn.Plan.Engine), EngineText.Of(candidate));
        var wanted = new List<ComparisonRequest>(3) { One(control, other, CandidateTurns.Resync, decision.Sample) };
        if (IsIn("free", turn, settings.FreeRunning))
        {
            wanted.Add(One(control, other, CandidateTurns.Free, decision.Sample * settings.FreeRunning / All));
        }

        if (IsIn("itself", turn, settings.AgainstItself))
        {
            // Of two candidates of a turn the second finds caches warm: each is first on half of the turns, so that neither is favoured.
            wanted.Insert(
                CandidateOrder.ControlFirst(turn.Input.TurnId) ? 0 : wanted.Count,
                One(control, control, CandidateTurns.Resync, decision.Sample * settings.AgainstItself / All));
        }

        return wanted;
    }

    private ComparisonRequest One(string control, string candidate, string mode, double sample) =>
        new(Guid.CreateVersion7(time.GetUtcNow()), control, candidate, mode, sample, ComparisonRequest.Pending);

    /// <summary>Stable per session, as the sample is.</summary>
    private static bool IsIn(string purpose, PlannedTurn turn, double percent) =>
        percent > 0 && SessionBucket.Of(purpose, turn.Input.Tenant.Key.TenantId, turn.Input.SessionId) < percent;

    private string? SkippedReason(PlannedTurn turn, EngineRun run, EngineName candidate) =>
        run.Outcome.Failure?.Code == FailureCodes.Cancelled ? "cancelled"
        : candidate == EngineName.V2 && turn.CandidateFlow is null ? "no_flow"
        : load.IsOverloaded ? "overload"
        : null;
}
