using System.Text;

namespace FlowEngine.Moving.Generating;

/// <summary>What people and assistants say in a generated database.</summary>
internal static class GeneratedTexts
{
    private static readonly string[] s_words =
    [
        "transpalet", "istiyorum", "en", "ucuz", "forklift", "fiyatı", "nedir", "şarjlı", "İstanbul'da", "ığdır", "çelik", "güçlü", "ölçü", "kaç", "ton", "merhaba",
        "teşekkürler", "😀", "\"tırnak\"", "it's", "a\\b", "<b>", "satır\nsonu", "%50", "₺1.250,00",
    ];

    public static string Sentence(Random random) =>
        string.Join(' ', Enumerable.Range(0, random.Next(3, 12)).Select(_ => s_words[random.Next(s_words.Length)]));

    /// <summary>What a wrongly set connection made of it: bytes of UTF-8 read as letters of Latin-1.</summary>
    public static string Mangled(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
}
