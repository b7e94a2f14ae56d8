using FlowEngine.Storage.Schema;

namespace FlowEngine.Storage.Sqlite.Schema;

/// <param name="Table">The table with the column <c>search_text</c>.</param>
/// <param name="Sources">The columns that <c>search_text</c> is made of.</param>
internal sealed record FullTextTable(string Table, IReadOnlyList<string> Sources)
{
    public string Index => Table + "_fts";

    /// <summary>Named by the trigger that each makes; the first makes the index too, with the rows that are there.</summary>
    public IEnumerable<SchemaStep> Steps()
    {
        var sources = string.Join(", ", Sources);
        var changed = string.Join(" OR ", Sources.Select(column => $"old.{column} IS NOT new.{column}"));
        yield return Step(
            "insert", "AFTER INSERT", "new.search_text IS NOT NULL",
            $"INSERT INTO {Index}(rowid, search_text) VALUES (new.id, new.search_text);",
            $"CREATE VIRTUAL TABLE IF NOT EXISTS {Index} USING fts5(search_text, content='{Table}', content_rowid='id', "
            + "tokenize=\"unicode61 remove_diacritics 0 tokenchars '.'\")",
            $"INSERT INTO {Index}({Index}) VALUES ('rebuild')");
        yield return Step(
            "delete", "AFTER DELETE", "old.search_text IS NOT NULL",
            $"INSERT INTO {Index}({Index}, rowid, search_text) VALUES ('delete', old.id, old.search_text);");
        yield return Step("change", "AFTER UPDATE OF search_text", "old.search_text IS NOT new.search_text", $"""
            INSERT INTO {Index}({Index}, rowid, search_text) SELECT 'delete', old.id, old.search_text WHERE old.search_text IS NOT NULL;
            INSERT INTO {Index}(rowid, search_text) SELECT new.id, new.search_text WHERE new.search_text IS NOT NULL;
            """);
        yield return Step(
            "stale", $"AFTER UPDATE OF {sources}", $"new.search_text IS NOT NULL AND old.search_text IS new.search_text AND ({changed})",
            $"UPDATE {Table} SET search_text = NULL WHERE tenant_id = new.tenant_id AND id = new.id;");
    }

    private SchemaStep Step(string name, string when, string condition, string body, params string[] before)
    {
        var trigger = $"tr_{Table}_{name}";
        return new(trigger, [$"DROP TRIGGER IF EXISTS {trigger}", .. before, $"CREATE TRIGGER {trigger} {when} ON {Table} WHEN {condition} BEGIN {body} END"]);
    }
}
