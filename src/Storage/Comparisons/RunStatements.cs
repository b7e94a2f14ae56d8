using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Storage.Comparisons;

/// <summary>The row of one comparison; what it shares with its turn is taken from the turn's row.</summary>
public static class RunStatements
{
    private const string Add = """
        INSERT INTO parallel_runs (
          tenant_id, instance_id, public_id, conversation_id, turn_id, seq, stage, answered_by, candidate, mode, sample, result, skipped_reason,
          cluster, input, control_raw, flow_version_id, control_ms, control_first_ms, control_cost, currency, candidate_tokens, expired_rule, attempts,
          created_at, finished_at)
        SELECT t.tenant_id, t.instance_id, @public_id, t.conversation_id, t.id, t.seq, t.stage, @answered_by, @candidate, @mode, @sample, @result,
          @skipped_reason, @cluster, @input, @control_raw, t.flow_version_id, @control_ms, @control_first_ms, t.cost, t.cost_currency, 0, false, 0,
          @created_at, @finished_at
        FROM conversation_turns t WHERE t.tenant_id = @tenant_id AND t.id = @turn_id
        """;

    /// <summary>Where another process was first nothing is left in the turn's row, and nothing is added.</summary>
    private const string AddAsked = $"""
        {Add} AND t.comparisons IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM parallel_runs e
            WHERE e.tenant_id = t.tenant_id AND e.conversation_id = t.conversation_id AND e.seq = t.seq AND e.candidate = @candidate AND e.mode = @mode)
        """;

    private const string Clear = """
        UPDATE conversation_turns SET comparisons = NULL WHERE tenant_id = @tenant_id AND id = @turn_id AND comparisons IS NOT NULL
        """;

    /// <summary>Of the comparisons of a turn that is being stored, those with nothing to run: after the turn's own row, in its transaction.</summary>
    public static IEnumerable<SqlWrite> Ended(TurnCommit commit) => commit.Comparisons
        .Where(run => !run.IsPending)
        .Select(run => Of(Add, commit.Tenant, commit.Turn.Id, commit.Change.UpdatedAt, run));

    /// <summary>Gives what waits in a turn's row rows of its own.</summary>
    internal static IEnumerable<SqlWrite> Enter(TenantKey tenant, Guid turnId, ComparisonRequests asked) =>
        asked.Runs.Select(run => Of(AddAsked, tenant, turnId, asked.At, run))
            .Append(new(Clear, ("tenant_id", tenant.TenantId), ("turn_id", turnId)));

    private static SqlWrite Of(string sql, TenantKey tenant, Guid turnId, DateTimeOffset at, ComparisonRequest run) => new(
        sql,
        ("public_id", run.Id), ("answered_by", run.AnsweredBy), ("candidate", run.Candidate), ("mode", run.Mode), ("sample", run.Sample),
        ("result", run.Result), ("skipped_reason", run.SkippedReason), ("cluster", run.Cluster), ("input", run.Input), ("control_raw", run.Control),
        ("control_ms", run.ControlMs), ("control_first_ms", run.ControlFirstMs), ("created_at", at), ("finished_at", run.IsPending ? null : at),
        ("tenant_id", tenant.TenantId), ("turn_id", turnId));
}
