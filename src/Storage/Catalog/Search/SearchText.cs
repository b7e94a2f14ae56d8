using System.Globalization;
using FlowEngine.Text;

namespace FlowEngine.Storage.Catalog.Search;

/// <summary>
/// The column <c>search_text</c>: three lines of folded words. The first names the tenant, so that the index looks at no other's rows;
/// the second has the words of the name, the third all others.
/// </summary>
public static class SearchText
{
    public static string TenantWord(long tenantId) => string.Create(CultureInfo.InvariantCulture, $"tenant{tenantId}x");

    public static string Of(long tenantId, string name, IEnumerable<string?> others) =>
        string.Join(
            '\n', TenantWord(tenantId), string.Join(' ', Words(name)), string.Join(' ', others.SelectMany(text => Words(text ?? ""))));

    /// <summary>Folded words; <c>2.0</c> and <c>2</c> are the same.</summary>
    public static IEnumerable<string> Words(string text) => TextFold.Words(text).Select(Shortened);

    public static (string[] Name, string[] Others) Split(string searchText)
    {
        var lines = searchText.Split('\n');
        return lines.Length == 3 ? (lines[1].Split(' '), lines[2].Split(' ')) : ([], []);
    }

    private static string Shortened(string word) =>
        word.Contains('.', StringComparison.Ordinal) && word.All(letter => char.IsAsciiDigit(letter) || letter == '.')
        && word.IndexOf('.', StringComparison.Ordinal) == word.LastIndexOf('.')
            ? word.TrimEnd('0').TrimEnd('.')
            : word;
}
