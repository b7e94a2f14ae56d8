using System.Globalization;
using FlowEngine.Conversations;
using FlowEngine.Storage.Catalog.Search;
using FlowEngine.Storage.Database;

namespace FlowEngine.Storage.MySql.Search;

internal sealed class MySqlTextIndex(ISqlReads reads, StaleRows stale) : ITextIndex
{
    public async ValueTask<IReadOnlyList<TextHit>> SearchAsync(
        TenantKey tenant, TextTable table, SearchQuery query, int limit, CancellationToken cancellationToken)
    {
        await stale.FoldAsync(tenant, table, cancellationToken);
        var source = FoldSql.Of(table).Table;
        var (lookups, words) = Lookups(query);
        return await reads.QueryAsync(
            Sql(source, lookups),
            [("tenant_id", tenant.TenantId), ("source", source), ("limit", (long)limit), .. words],
            reader =>
            {
                var hits = new List<TextHit>();
                while (reader.Read())
                {
                    hits.Add(new(reader.GetInt64(0), reader.GetString(1)));
                }

                return hits;
            },
            cancellationToken);
    }

    /// <summary>Rows with more of the words first; of rows with as many, the one that says little besides, as on other databases.</summary>
    private static string Sql(string table, IEnumerable<string> lookups) => $"""
        SELECT r.id, r.search_text FROM (
          SELECT row_id, COUNT(*) AS matched, MIN(row_words) AS row_words FROM ({string.Join(" UNION ", lookups)}) found GROUP BY row_id) best
        JOIN {table} r ON r.id = best.row_id
        WHERE r.tenant_id = @tenant_id AND r.is_active AND r.search_text IS NOT NULL
        ORDER BY best.matched DESC, best.row_words, r.id LIMIT @limit
        """;

    /// <summary>A row that has a word in several forms has it once. Folded words have letters, digits and dots only, no pattern's signs.</summary>
    private static (IReadOnlyList<string> Sql, IReadOnlyList<(string Name, object? Value)> Words) Lookups(SearchQuery query)
    {
        var sql = new List<string>();
        var words = new List<(string, object?)>();
        foreach (var (place, word) in query.Words.Index())
        {
            foreach (var form in word.Beginnings.Count == 0 ? [word.Text] : word.Beginnings.Select(beginning => beginning + "%"))
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"word{words.Count}");
                var condition = word.Beginnings.Count == 0 ? $"word = @{name}" : $"word LIKE @{name}";
                sql.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"SELECT row_id, row_words, {place} AS place FROM {SearchWords.Table} WHERE tenant_id = @tenant_id AND source = @source AND {condition}"));
                words.Add((name, form));
            }
        }

        return (sql, words);
    }
}
