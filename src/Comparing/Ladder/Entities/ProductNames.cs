namespace FlowEngine.Comparing.Ladder.Entities;

/// <summary>The names that products are known by, longest first, so that a name within another is not found twice.</summary>
internal sealed class ProductNames
{
    private const int ShortestName = 3;

    private readonly (string Name, string Plain)[] _names;

    public ProductNames(IEnumerable<string> names) =>
        _names =
        [
            .. names
                .Select(name => (Name: name.Trim(), Plain: Plain(name.Trim())))
                .Where(name => name.Name.Length >= ShortestName)
                .DistinctBy(name => name.Plain, StringComparer.Ordinal)
                .OrderByDescending(name => name.Plain.Length)
                .ThenBy(name => name.Plain, StringComparer.Ordinal),
        ];

    public void Take(EntityScan scan)
    {
        var left = Plain(scan.Left);
        foreach (var (_, plain) in _names)
        {
            var from = 0;
            while (from < left.Length && left.IndexOf(plain, from, StringComparison.Ordinal) is var at and >= 0)
            {
                var end = at + plain.Length;
                if (IsWhole(left, at, end))
                {
                    scan.Take(at, end, EntityKinds.Products, plain);
                    left = string.Concat(left.AsSpan(0, at), new string(' ', plain.Length), left.AsSpan(end));
                }

                from = end;
            }
        }
    }

    /// <summary>The name as it is found and compared: as long as it was, in lower case, every i alike.</summary>
    public static string Plain(string text) => string.Create(text.Length, text, static (plain, source) =>
    {
        for (var i = 0; i < plain.Length; i++)
        {
            plain[i] = source[i] is 'ı' or 'İ' ? 'i' : source[i] == '\u00A0' ? ' ' : char.ToLowerInvariant(source[i]);
        }
    });

    private static bool IsWhole(string text, int start, int end) =>
        (start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));
}
