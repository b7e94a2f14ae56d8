using System.Globalization;
using FlowEngine.Storage.MySql.Connections;
using FlowEngine.Storage.Statements;

namespace FlowEngine.Storage.MySql.Search;

/// <summary>
/// The table of words: one row for each word of a row. A full-text index of the database would leave out short words and its own stop words,
/// other ones on each server.
/// </summary>
internal static class SearchWords
{
    public const string Table = "search_words";

    /// <summary>Longer ones are no words; with them an entry of the index would be too long.</summary>
    public const int WordLength = 500;

    private const int RowsAStatement = 1000;

    /// <summary>Of one source table; a row's own count of words is with each of them, so that ranking reads no row's text.</summary>
    public const string Create = $"""
        CREATE TABLE {Table} (
          tenant_id bigint NOT NULL, source varchar(32) COLLATE {Collation.Name} NOT NULL,
          word varchar(500) COLLATE {Collation.Name} NOT NULL, row_id bigint NOT NULL, row_words int NOT NULL,
          PRIMARY KEY (tenant_id, source, word, row_id), INDEX ix_search_words_row (tenant_id, source, row_id)
        ) CHARACTER SET utf8mb4
        """;

    public static SqlStatement Delete(string source, long tenant, IReadOnlyList<long> ids) =>
        new SqlStatement($"DELETE FROM {Table} WHERE tenant_id = @tenant_id AND source = @source AND row_id IN ({string.Join(", ", ids.Select(Text))})")
            .With("tenant_id", tenant).With("source", source);

    public static IEnumerable<SqlStatement> Insert(string source, long tenant, IReadOnlyList<(long Id, string Text)> rows) =>
        rows.SelectMany(Words).Chunk(RowsAStatement).Select(words =>
        {
            var values = words.Select((word, place) => $"(@tenant_id, @source, @word{Text(place)}, {Text(word.Id)}, {Text(word.Count)})");
            var statement = new SqlStatement($"INSERT INTO {Table} (tenant_id, source, word, row_id, row_words) VALUES {string.Join(", ", values)}")
                .With("tenant_id", tenant).With("source", source);
            for (var place = 0; place < words.Length; place++)
            {
                statement.With("word" + Text(place), words[place].Word);
            }

            return statement;
        });

    private static IEnumerable<(long Id, string Word, int Count)> Words((long Id, string Text) row)
    {
        var words = row.Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length <= WordLength)
            .ToHashSet(StringComparer.Ordinal);
        return words.Select(word => (row.Id, word, words.Count));
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
