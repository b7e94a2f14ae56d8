namespace FlowEngine.Storage.Schema;

/// <summary>The values that rows get in columns which they had not, or in which they had none.</summary>
internal sealed class RowValues(ISchemaSql sql, SchemaDefaults defaults)
{
    /// <summary>The value of a row of the old table in a column of the model; what is there stays.</summary>
    public string Of(TableModel table, ColumnModel column, TableFacts found)
    {
        var fill = Fill(table, column, found);
        if (!found.Columns.TryGetValue(column.Name, out var there))
        {
            return fill ?? "NULL";
        }

        var value = sql.Converted(there, column.Type);
        if (table.Name == LegacySchema.Conversations && column.Name == "session_id")
        {
            value = $"NULLIF({value}, '')";
        }

        return fill is null ? value : $"COALESCE({value}, {fill})";
    }

    /// <summary>Null where the column is nullable.</summary>
    public string? Fill(TableModel table, ColumnModel column, TableFacts found) => column.Zero is null
        ? null
        : (table.Name, column.Name) switch
        {
            (_, "instance_id") => sql.Literal(defaults.InstanceId),
            (not "ai_conversation_messages", "tenant_id") => FirstTenant,
            (_, "updated_at") when found.Has("created_at") => $"COALESCE({Value(found, "created_at", column)}, {column.Zero})",
            (LegacySchema.Conversations, var name) => Conversation(name, column, found),
            ("ai_conversation_messages", var name) => Message(name, found),
            ("tenant_conversation_flows", var name) => Flow(name, found),
            _ => null,
        }
        ?? column.Zero;

    private const string FirstTenant = "COALESCE((SELECT MIN(id) FROM tenants), 0)";

    private string Value(TableFacts found, string column, ColumnModel like) => sql.Converted(found.Columns[column], like.Type);

    private string? Conversation(string name, ColumnModel column, TableFacts found) => name switch
    {
        "session_id" => Session(found),
        "public_id" => sql.Uuid(
            found.Has("created_at") ? Value(found, "created_at", column with { Type = typeof(DateTimeOffset) }) : "NULL",
            sql.Hash(sql.Concat(sql.Literal("ai_conversations|"), "id"))),
        "status" => sql.Literal("open"),

        // Version 0 is a conversation without a turn, which may be dropped.
        "row_version" => "1",
        "is_active" => "(1 = 1)",
        _ => null,
    };

    private string Session(TableFacts found)
    {
        if (!found.Has("user_id"))
        {
            return sql.RandomHash();
        }

        var tenant = found.Has("tenant_id") ? "COALESCE(tenant_id, 0)" : "0";
        var text = sql.Concat(sql.Literal("session|"), tenant, sql.Literal("|"), "user_id");
        return $"CASE WHEN user_id IS NULL THEN {sql.RandomHash()} ELSE {sql.Hash(text)} END";
    }

    private string? Message(string name, TableFacts found) => name switch
    {
        "tenant_id" when found.Has("conversation_id") => $"COALESCE((SELECT tenant_id FROM ai_conversations WHERE ai_conversations.id = conversation_id), {FirstTenant})",
        "message_id" => sql.Hash(sql.Concat(sql.Literal("ai_conversation_messages|"), "id")),
        "kind" => sql.Literal("text"),
        "role" => sql.Literal("assistant"),
        "engine" => sql.Literal("v1"),
        _ => null,
    };

    private string? Flow(string name, TableFacts found) => name switch
    {
        "version" when found.Has("flow_name") && found.Has("tenant_id") =>
            (found.Has(name) ? "COALESCE(MAX(version) OVER (PARTITION BY tenant_id, flow_name), 0) + " : "")
            + "ROW_NUMBER() OVER (PARTITION BY tenant_id, flow_name ORDER BY id)",
        "status" when found.Has("is_active") => $"CASE WHEN {sql.Converted(found.Columns["is_active"], typeof(bool))} THEN {sql.Literal("published")} ELSE {sql.Literal("archived")} END",
        "status" => sql.Literal("archived"),
        "etag" => sql.Hash(sql.Concat(sql.Literal("tenant_conversation_flows|"), "id")),
        _ => null,
    };
}
