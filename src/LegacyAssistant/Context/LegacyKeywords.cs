using FlowEngine.Text;

namespace FlowEngine.LegacyAssistant.Context;

/// <summary>The words by which V1 tells what a message is about. Whole words, <c>*</c> permits suffixes.</summary>
internal static class LegacyKeywords
{
    public static KeywordMatcher Cheapest { get; } = new(
        ["en ucuz*", "en uygun*", "en ekonomik*", "en hesaplı*", "en düşük fiyat*", "cheapest", "least expensive", "lowest price*",
         "most affordable"]);

    public static KeywordMatcher Dearest { get; } = new(
        ["en pahalı*", "en yüksek fiyat*", "en lüks*", "most expensive", "dearest", "highest price*"]);

    /// <summary>A list of prices, where nothing is named.</summary>
    public static KeywordMatcher Price { get; } = new(
        ["fiyat*", "ne kadar", "kaç para", "kaç lira", "kaç tl", "ücret*", "price*", "how much", "cost*"]);

    public static KeywordMatcher Contact { get; } = new(
        ["iletişim*", "telefon*", "whatsapp*", "e-posta*", "eposta*", "e-mail*", "email*", "adres*", "neredesiniz", "çalışma saat*",
         "geri ara*", "beni ara*", "size ulaş*", "ulaşabilir*", "temsilci*", "yetkili*", "müşteri hizmet*", "arıza*", "bozul*", "bozuk*", "çalışmıyor*", "şikayet*", "destek*",
         "contact*", "phone*", "address*", "opening hours", "working hours", "call me", "call back", "callback*", "reach you",
         "representative*", "customer service", "complain*", "support", "broken", "not working", "doesn't work"]);

    public static KeywordMatcher Question { get; } = new(
        ["ne", "nedir", "neler", "nasıl", "neden", "niçin", "niye", "kaç", "hangi", "kim", "nerede", "ne zaman", "mi", "mı", "mu", "mü",
         "var mı", "misiniz", "mısınız", "what", "how", "why", "when", "where", "which", "who", "do you", "does", "is there", "are there", "can i"]);
}
