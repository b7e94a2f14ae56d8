using System.Globalization;
using FlowEngine.Conversations;

namespace FlowEngine.Integrations.Offline;

/// <summary>The tenant's directives that the offline model obeys.</summary>
/// <param name="Short"><c>response_length</c> is <c>short</c>: no descriptions.</param>
/// <param name="VatNote">Said beside prices where the context has no note of its own.</param>
internal sealed record Rules(string AssistantName, bool UseEmojis, int MaxProducts, bool Short, string? VatNote)
{
    private const int DefaultMaxProducts = 5;

    private const int MostProducts = 20;

    public static Rules Of(IReadOnlyList<Directive> directives) => new(
        PlainText.Of(Find(directives, "assistant_name") ?? ""),
        Find(directives, "use_emojis")?.ToUpperInvariant() is "TRUE" or "1",
        int.TryParse(Find(directives, "max_products"), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? Math.Clamp(count, 1, MostProducts)
            : DefaultMaxProducts,
        Find(directives, "response_length") is "short",
        Find(directives, "vat_note"));

    private static string? Find(IReadOnlyList<Directive> directives, string key) =>
        directives.OrderByDescending(rule => rule.Priority).FirstOrDefault(rule => rule.Key == key)?.Value.Trim();
}
