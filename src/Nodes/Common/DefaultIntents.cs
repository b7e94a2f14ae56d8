using FlowEngine.Text;

namespace FlowEngine.Nodes.Common;

internal sealed record DefaultIntent(string Name, KeywordMatcher Keywords);

/// <summary>The intents of a flow that names none, with their keywords in Turkish and English.</summary>
internal static class DefaultIntents
{
    public static IReadOnlyList<DefaultIntent> All { get; } =
    [
        Of(
            "purchase_intent",
            "fiyat*, ücret*, kaç lira, kaç para, kaça, kaçtan, ne kadar, en ucuz, en uygun, en pahalı, ucuz*, pahalı*, bütçe*, teklif*, " +
            "satın al*, sipariş*, istiyorum, almak istiyorum, alacağım, almayı düşünüyorum, lazım, ihtiyacım var, arıyorum, stokta, indirim*, kampanya*, taksit*, tl, lira*, dolar*, euro*, avro*, sterlin*",
            "price*, pricing, cost*, how much, cheap*, the cheapest, expensive, most expensive, budget, quote, quotation, buy, purchase, order, " +
            "i want, i need, i would like, looking for, in stock, discount*, offer, for sale, pound, pounds, dollar*, euro*, usd, gbp, eur"),
        Of(
            "comparison",
            "karşılaştır*, kıyasla*, arasındaki fark*, ne farkı var, farkı ne, farkı nedir, farkları neler, hangisi daha, hangisi iyi, hangisini önerirsin*",
            "compare*, comparison, versus, vs, difference, differences, what is the difference, which is better, which one is better, better than"),
        Of(
            "question",
            "ne, nedir, neler, nasıl, neden, niçin, niye, nerede, nereden, nereye, ne zaman, kim, hangi, hangisi, kaç, mi, mı, mu, mü, var mı, misiniz, mısınız, " +
            "iade*, değişim*, garanti*, teslimat*, kargo*, kdv, fatura*, kiralık, kiralama*, bakım*, servis*, teknik servis",
            "what, how, why, where, when, who, which, is there, are there, do you, does it, can you, can i, could you, " +
            "return, returns, refund*, exchange, warranty, delivery, shipping, vat, invoice*, rental, hire, maintenance, repair*, service"),
        Of(
            "support_request",
            "destek, yardım*, sorun*, arıza*, bozul*, çalışmıyor, şikayet*, servis talebi, iletişim*, iletişim bilgi*, " +
            "telefon*, telefon numara*, adres*, adresiniz nerede, mail adres*, yetkili*, temsilci*, beni ara*, sizi ara*, nasıl ulaş*, bağlan*",
            "support, help, problem*, issue*, broken, not working, does not work, complaint*, contact, contact you, " +
            "phone number, your number, your address, your email, call me, call back, human, agent, representative, talk to someone"),
        Of(
            "browsing",
            "göster*, listele*, bakıyorum, bakmak istiyorum, göz at*, incele*, ürünler*, ürünlerinizi göster*, kategori*, katalog*, çeşit*, modeller*, neler var, ne var ne yok",
            "show, show me, list, browse, browsing, just looking, products, categories, catalog, catalogue, models, see your, what do you have"),
    ];

    private static DefaultIntent Of(string name, string turkish, string english) =>
        new(name, new KeywordMatcher($"{turkish}, {english}".Split(',', StringSplitOptions.TrimEntries)));
}
