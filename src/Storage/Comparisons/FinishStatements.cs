using System.Globalization;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Storage.Comparisons;

/// <summary>
/// The writes of one result. Each but the last asks whether the run is still this worker's; the last one ends that.
/// </summary>
internal static class FinishStatements
{
    private const string Held = """
        EXISTS (SELECT 1 FROM parallel_runs p
          WHERE p.tenant_id = @tenant_id AND p.id = @id AND p.public_id = @public_id AND p.result = 'pending' AND p.attempts = @attempts)
        """;

    private const string DropState = $"""
        DELETE FROM candidate_states
        WHERE tenant_id = @tenant_id AND conversation_id = @conversation_id AND engine = @engine AND mode = @mode AND {Held}
        """;

    private const string AddState = """
        INSERT INTO candidate_states (tenant_id, instance_id, conversation_id, engine, mode, after_seq, state, updated_at)
        SELECT p.tenant_id, p.instance_id, p.conversation_id, p.candidate, p.mode, p.seq, @state, @now FROM parallel_runs p
        WHERE p.tenant_id = @tenant_id AND p.id = @id AND p.public_id = @public_id AND p.result = 'pending' AND p.attempts = @attempts
        """;

    private const string BeginDay = """
        INSERT INTO comparison_usage (tenant_id, instance_id, day, runs, tokens, cost_units)
        SELECT p.tenant_id, p.instance_id, @day, 0, 0, 0 FROM parallel_runs p
        WHERE p.tenant_id = @tenant_id AND p.id = @id AND NOT EXISTS (SELECT 1 FROM comparison_usage u
          WHERE u.tenant_id = @tenant_id AND u.instance_id = @instance_id AND u.day = @day)
        """;

    private const string AddUsage = $"""
        UPDATE comparison_usage SET runs = runs + 1, tokens = tokens + @tokens, cost_units = cost_units + @cost_units
        WHERE tenant_id = @tenant_id AND instance_id = @instance_id AND day = @day AND {Held}
        """;

    private const string Finish = """
        UPDATE parallel_runs SET result = @result, skipped_reason = @skipped_reason, severity = @severity, decided_by = @decided_by,
          cluster = @cluster, expired_rule = @expired_rule, control = @control, candidate_raw = @candidate_raw,
          candidate_answer = @candidate_answer, verdict = @verdict, candidate_ms = @candidate_ms, candidate_first_ms = @candidate_first_ms,
          candidate_tokens = @candidate_tokens, candidate_cost = @candidate_cost, currency = COALESCE(currency, @currency),
          unpriced_model = @unpriced_model, lease_until = NULL, finished_at = @now
        WHERE tenant_id = @tenant_id AND id = @id AND public_id = @public_id AND result = 'pending' AND attempts = @attempts
        """;

    public static IEnumerable<SqlWrite> Of(CompletedComparison finished, DateTimeOffset now)
    {
        var run = finished.Run;
        var (tenant, id, attempts) = (("tenant_id", (object?)run.Tenant.TenantId), ("id", (object?)run.RowId), ("attempts", (object?)(long)run.Attempt));

        // Rows have other ids in a database that was put in the place of this one.
        var publicId = ("public_id", (object?)run.Id);
        if (finished.State is { } state)
        {
            yield return new(DropState, tenant, ("conversation_id", run.ConversationRowId), ("engine", run.Candidate), ("mode", run.Mode), id, attempts, publicId);
            yield return new(AddState, ("state", state), ("now", now), tenant, id, attempts, publicId);
        }

        if (finished.CandidateMs is not null)
        {
            var day = ("day", (object?)finished.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            var instance = ("instance_id", (object?)run.Tenant.InstanceId);
            yield return new(BeginDay, day, tenant, id, instance);
            yield return new(
                AddUsage,
                ("tokens", (long)finished.CandidateTokens + finished.VerdictTokens),
                ("cost_units", CostUnits.Of((finished.CandidateCost ?? 0) + finished.VerdictCost)),
                tenant, instance, day, id, attempts, publicId);
        }

        yield return new(
            Finish,
            ("result", finished.Result), ("skipped_reason", finished.SkippedReason), ("severity", finished.Severity),
            ("decided_by", finished.DecidedBy), ("cluster", finished.Cluster), ("expired_rule", finished.ExpiredRule),
            ("control", finished.Control), ("candidate_raw", finished.CandidateRaw), ("candidate_answer", finished.CandidateAnswer),
            ("verdict", finished.Verdict), ("candidate_ms", finished.CandidateMs), ("candidate_first_ms", finished.CandidateFirstMs),
            ("candidate_tokens", (long)finished.CandidateTokens), ("candidate_cost", finished.CandidateCost),
            ("currency", finished.Currency), ("unpriced_model", finished.UnpricedModel), ("now", now), tenant, id, attempts, publicId);
    }
}
