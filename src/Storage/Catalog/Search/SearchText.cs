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

    /// <summary>The words of the name, and all others, each with blanks between them.</summary>
    public static void Split(ReadOnlySpan<char> searchText, out ReadOnlySpan<char> name, out ReadOnlySpan<char> others)
    {
        var first = searchText.IndexOf('\n');
        var rest = searchText[(first + 1)..];
        var second = rest.IndexOf('\n');
        var whole = first >= 0 && second >= 0;
        name = whole ? rest[..second] : [];
        others = whole ? rest[(second + 1)..] : [];
    }

    private static string Shortened(string word) =>
        word.Contains('.', StringComparison.Ordinal) && word.All(letter => char.IsAsciiDigit(letter) || letter == '.')
        && word.IndexOf('.', StringComparison.Ordinal) == word.LastIndexOf('.')
            ? word.TrimEnd('0').TrimEnd('.')
            : word;
}
