namespace FlowEngine.Storage.PostgreSql.Connections;

/// <summary>Text as this database takes it: it refuses the character NUL, which a model or an endpoint may send.</summary>
internal static class StoredText
{
    public static string? Of(string? text) =>
        text is not null && text.Contains('\0', StringComparison.Ordinal) ? text.Replace('\0', '\uFFFD') : text;
}
