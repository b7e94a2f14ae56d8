using System.Data.Common;
using FlowEngine.Storage.Database;

namespace FlowEngine.Storage.Flows;

/// <summary>
/// One row a flow: its active version, else the newest draft or published one. The names are found by going from one to the next in the
/// index, so that the cost grows with flows, not with versions; CROSS JOIN keeps SQLite from reading the versions first.
/// </summary>
internal static class FlowListQuery
{
    public const string Sql = """
        WITH RECURSIVE names(flow_name) AS (
          SELECT MIN(flow_name) FROM tenant_conversation_flows WHERE tenant_id = @tenant_id AND flow_name > @after
          UNION ALL
          SELECT (SELECT MIN(f.flow_name) FROM tenant_conversation_flows f WHERE f.tenant_id = @tenant_id AND f.flow_name > n.flow_name)
          FROM names n WHERE n.flow_name IS NOT NULL
        ), heads(flow_name, active, draft, published) AS (
          SELECT n.flow_name,
            (SELECT a.version FROM tenant_conversation_flows a
              WHERE a.tenant_id = @tenant_id AND a.flow_name = n.flow_name AND a.is_active),
            (SELECT MAX(d.version) FROM tenant_conversation_flows d
              WHERE d.tenant_id = @tenant_id AND d.flow_name = n.flow_name AND d.status = 'draft'),
            (SELECT MAX(p.version) FROM tenant_conversation_flows p
              WHERE p.tenant_id = @tenant_id AND p.flow_name = n.flow_name AND p.status = 'published')
          FROM names n WHERE n.flow_name IS NOT NULL
        )
        SELECT f.flow_name, f.version, f.is_active, f.status, f.etag, f.created_by, f.note, f.created_at, f.published_at
        FROM heads h CROSS JOIN tenant_conversation_flows f
        WHERE f.tenant_id = @tenant_id AND f.flow_name = h.flow_name
          AND f.version = COALESCE(h.active, CASE WHEN h.draft > COALESCE(h.published, 0) THEN h.draft ELSE h.published END)
        ORDER BY f.flow_name LIMIT @limit
        """;

    public static FlowVersionSummary Read(DbDataReader row) => new(
        row.GetString(0), row.GetInt32(1), row.GetBoolean(2), row.GetString(3), row.GetString(4), row.TextOrNull(5), row.TextOrNull(6),
        row.GetFieldValue<DateTimeOffset>(7), row.TimeOrNull(8));
}
