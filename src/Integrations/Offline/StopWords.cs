using System.Collections.Frozen;

namespace FlowEngine.Integrations.Offline;

/// <summary>Folded words that say nothing of what a question is about.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> s_words = FrozenSet.ToFrozenSet(
        [
            "a", "about", "adet", "alabilir", "alacagim", "almak", "available", "buy", "acaba", "am", "ama", "an", "and", "any", "are", "ariyorum", "ariyoruz", "as", "at", "bakiyorum", "bana", "be",
            "been", "ben", "bilgi", "bir", "biraz", "biri", "birlikte", "biz", "bize", "bu", "bunlar", "but", "by", "can", "could", "da",
            "daha", "de", "did", "diye", "do", "does", "eder", "en", "for", "from", "gibi", "give", "hakkinda", "hangi", "has", "have",
            "hem", "how", "i", "icin", "if", "il", "ile", "in", "is", "istiyorum", "it", "kac", "kadar", "ki", "kim", "lazim", "looking",
            "lutfen", "may", "me", "mi", "misin", "misiniz", "miyim", "mu", "musun", "musunuz", "muyum", "my", "nasil", "ne", "neden",
            "nedir", "need", "neler", "of", "olan", "olarak", "on", "onerir", "or", "our", "please", "product", "products", "sen", "sey",
            "satar", "satis", "satiyor", "satiyorsunuz", "sell", "show", "siz", "sizde", "size", "so", "some", "something", "stock", "stokta", "sure", "suresi", "surer", "take", "takes", "tell", "than", "that", "the", "then", "there", "this", "to", "urun",
            "urunler", "urunleri", "urunleriniz", "urunlerinizi", "urununuz", "us", "var", "varmi", "ve", "verir", "veya", "want", "was", "we", "what", "when", "where", "which", "who", "with",
            "would", "ya", "yada", "yapiyor", "yapiyorsunuz", "you", "your",
        ],
        StringComparer.Ordinal);

    public static bool Contains(string foldedWord) => foldedWord.Length < 2 || s_words.Contains(foldedWord);
}
