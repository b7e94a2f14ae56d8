using FlowEngine.Storage.Sqlite.Connections;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Storage.Sqlite.Turns;

/// <summary>The comparisons that a turn asks for.</summary>
internal static class ComparisonStatements
{
    private static readonly string s_insert = Insert.Into(
        "parallel_runs",
        "tenant_id", "instance_id", "public_id", "conversation_id", "turn_id", "seq", "stage", "answered_by", "candidate", "mode", "sample",
        "result", "skipped_reason", "cluster", "input", "control_raw", "flow_version_id", "control_ms", "control_first_ms", "control_cost", "currency",
        "candidate_tokens", "expired_rule", "attempts", "created_at", "finished_at");

    public static void Write(StatementCache db, TurnCommit commit, long conversation)
    {
        foreach (var run in commit.Comparisons)
        {
            db.Execute(
                s_insert,
                ("tenant_id", commit.Tenant.TenantId), ("instance_id", commit.Tenant.InstanceId), ("public_id", run.Id),
                ("conversation_id", conversation), ("turn_id", commit.Turn.Id), ("seq", commit.Turn.Seq), ("stage", commit.Turn.Stage),
                ("answered_by", run.AnsweredBy), ("candidate", run.Candidate), ("mode", run.Mode), ("sample", run.Sample),
                ("result", run.Result), ("skipped_reason", run.SkippedReason), ("cluster", run.Cluster), ("input", run.Input), ("control_raw", run.Control),
                ("flow_version_id", commit.Turn.FlowVersionId), ("control_ms", run.ControlMs), ("control_first_ms", run.ControlFirstMs),
                ("control_cost", commit.Turn.Cost?.Amount), ("currency", commit.Turn.Cost?.Currency), ("candidate_tokens", 0L),
                ("expired_rule", false), ("attempts", 0L), ("created_at", commit.Change.UpdatedAt),
                ("finished_at", run.Result == PendingComparison.Pending ? null : commit.Change.UpdatedAt));
        }
    }
}
