using System.Text;

namespace FlowEngine.Storage.PostgreSql.Search;

/// <summary>What is indexed of a row: its folded words as they are, without any of the database's own dictionaries.</summary>
internal static class SearchVector
{
    /// <summary>Longer ones are no words, and the index takes 2,046 bytes.</summary>
    private const int WordLength = 500;

    /// <summary>The words of one row together; the index takes a mebibyte.</summary>
    private const int Bytes = 900_000;

    /// <summary>Kept by the database, so that no query takes a row's text apart.</summary>
    public const string Column = "search_vector";

    public const string Definition = $"{Column} tsvector GENERATED ALWAYS AS ({Words}) STORED";

    private const string Words = @"array_to_tsvector(array_remove(string_to_array(translate(search_text, E'\n', ' '), ' '), ''))";

    /// <summary>The text without what the index does not take.</summary>
    public static string Bounded(string searchText)
    {
        if (searchText.Length <= WordLength)
        {
            return searchText;
        }

        var kept = new StringBuilder(searchText.Length);
        var bytes = 0;
        foreach (var line in searchText.Split('\n'))
        {
            kept.Append(kept.Length == 0 ? "" : "\n");
            foreach (var word in line.Split(' ').Where(word => word.Length <= WordLength))
            {
                bytes += Encoding.UTF8.GetByteCount(word) + 1;
                if (bytes > Bytes)
                {
                    break;
                }

                kept.Append(word).Append(' ');
            }
        }

        return kept.ToString();
    }
}
