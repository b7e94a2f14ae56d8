namespace FlowEngine.Storage.PostgreSql.Turns;

/// <summary>Statements whose parameters are called as the columns.</summary>
internal static class Insert
{
    private const string OfConversation =
        "FROM ai_conversations c WHERE c.tenant_id = @tenant_id AND c.instance_id = @instance_id AND c.public_id = @public_id";

    public static string Into(string table, params ReadOnlySpan<string> columns) =>
        $"INSERT INTO {table} ({string.Join(", ", columns!)}) VALUES (@{string.Join(", @", columns!)})";

    /// <summary>One row of the conversation that <c>@public_id</c> names; none where it is not there.</summary>
    public static string IntoConversation(string table, params ReadOnlySpan<string> columns) =>
        $"INSERT INTO {table} (conversation_id, {string.Join(", ", columns!)}) SELECT c.id, @{string.Join(", @", columns!)} {OfConversation}";

    /// <summary>As many rows as the parameters of <paramref name="columns"/>, which are arrays, have elements; in their order.</summary>
    /// <param name="shared">Columns that have the same value in every row.</param>
    public static string ManyIntoConversation(string table, IReadOnlyList<string> shared, IReadOnlyList<string> columns) => $"""
        INSERT INTO {table} (conversation_id, {string.Join(", ", shared)}, {string.Join(", ", columns)})
        SELECT c.id, @{string.Join(", @", shared)}, r.{string.Join(", r.", columns)}
        FROM unnest(@{string.Join(", @", columns)}) WITH ORDINALITY AS r ({string.Join(", ", columns)}, position), ai_conversations c
        WHERE c.tenant_id = @tenant_id AND c.instance_id = @instance_id AND c.public_id = @public_id
        ORDER BY r.position
        """;
}
