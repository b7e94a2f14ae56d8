using FlowEngine.Storage.MySql.Connections;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Storage.MySql.Turns;

/// <summary>The comparisons that a turn asks for.</summary>
internal static class ComparisonStatements
{
    private const string Sql = """
        INSERT INTO parallel_runs (
          conversation_id, public_id, tenant_id, instance_id, turn_id, seq, stage, answered_by, candidate, mode, sample, result, skipped_reason,
          cluster, input, control_raw, flow_version_id, control_ms, control_first_ms, control_cost, currency, candidate_tokens, expired_rule, attempts,
          created_at, finished_at)
        SELECT c.id, @run_id, @tenant_id, @instance_id, @turn_id, @seq, @stage, @answered_by, @candidate, @mode, @sample, @result, @skipped_reason,
          @cluster, @input, @control_raw, @flow_version_id, @control_ms, @control_first_ms, @control_cost, @currency, 0, false, 0, @created_at, @finished_at
        FROM ai_conversations c WHERE c.tenant_id = @tenant_id AND c.instance_id = @instance_id AND c.public_id = @public_id
        """;

    public static IEnumerable<Statement> Write(TurnCommit commit) => commit.Comparisons.Select(run => Of(commit)
        .With("run_id", run.Id).With("answered_by", run.AnsweredBy).With("candidate", run.Candidate).With("mode", run.Mode)
        .With("sample", run.Sample).With("result", run.Result).With("skipped_reason", run.SkippedReason)
        .With("cluster", run.Cluster).With("input", run.Input)
        .With("control_raw", run.Control).With("control_ms", run.ControlMs).With("control_first_ms", run.ControlFirstMs)
        .With("finished_at", run.Result == PendingComparison.Pending ? (DateTimeOffset?)null : commit.Change.UpdatedAt));

    private static Statement Of(TurnCommit commit) => new Statement(Sql)
        .With("tenant_id", commit.Tenant.TenantId).With("instance_id", commit.Tenant.InstanceId)
        .With("public_id", commit.Conversation.PublicId).With("turn_id", commit.Turn.Id).With("seq", commit.Turn.Seq)
        .With("stage", commit.Turn.Stage).With("flow_version_id", commit.Turn.FlowVersionId)
        .With("control_cost", commit.Turn.Cost?.Amount).With("currency", commit.Turn.Cost?.Currency)
        .With("created_at", commit.Change.UpdatedAt);
}
