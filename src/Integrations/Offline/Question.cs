using FlowEngine.Text;

namespace FlowEngine.Integrations.Offline;

/// <summary>What can be told of the user's message by its words.</summary>
internal sealed class Question
{
    private static readonly KeywordMatcher s_contact = new(
        ["iletişim*", "telefon*", "whatsapp*", "e-posta*", "eposta*", "e-mail*", "email*", "mail*", "adres*", "neredesiniz", "yeriniz nerede",
         "mağazanız nerede", "çalışma saat*", "kaçta açıl*", "kaçta kapan*", "saat kaça kadar", "sizi ara*", "beni ara*", "geri ara*", "ulaşabil*",
         "size ulaş*", "temsilci*", "yetkili*", "müşteri hizmet*", "canlı destek", "insanla", "gerçek biri*", "birisiyle görüş*", "biriyle görüş*", "contact*", "phone*", "call you", "call me", "call back",
         "callback*", "reach you", "address*", "opening hours", "working hours", "business hours", "where are you located",
         "where are you", "talk to a human", "talk to someone", "speak to someone", "representative*", "customer service"]);

    private static readonly KeywordMatcher s_support = new(
        ["arıza*", "bozul*", "bozuk*", "çalışmıyor*", "sorun*", "şikayet*", "teknik servis*", "servis talebi", "destek*", "kırıl*",
         "broken", "broke", "not working", "doesn't work", "does not work", "problem*", "complain*", "fault*", "support", "repair*"]);

    private static readonly KeywordMatcher s_trouble = new(
        ["arızalan*", "arıza yap*", "arıza ver*", "bozuldu*", "bozulmuş*", "çalışmıyor*", "kırıldı*", "kırılmış*", "şikayet*",
         "is broken", "broke", "broke down", "broken down", "not working", "doesn't work", "does not work", "complain*"]);

    private static readonly KeywordMatcher s_compare = new(
        ["karşılaştır*", "kıyasla*", "arasındaki fark*", "farkı ne", "farkı nedir", "farkları*", "compare*", "comparison", "versus", "vs",
         "difference", "differences"]);

    private static readonly KeywordMatcher s_wants = new(
        ["satıyor*", "satılıyor*", "satışı var*", "satar mısınız", "var mı", "mevcut mu", "almak istiyorum", "alacağım", "arıyorum", "istiyorum",
         "stokta*", "do you sell", "do you have", "have you got", "i want", "i need", "looking for", "buy", "in stock", "available"]);

    private static readonly KeywordMatcher s_price = new(
        ["fiyat*", "ne kadar", "kaç para", "kaç lira", "kaç tl", "ücret*", "price*", "cost*", "how much", "expensive", "cheap", "cheaper"]);

    private static readonly KeywordMatcher s_cheapest = new(
        ["en ucuz*", "en uygun*", "en ekonomik*", "en düşük fiyat*", "hangisi daha ucuz", "daha ucuz*", "cheapest", "which is cheaper",
         "which one is cheaper", "least expensive", "lowest price*", "most affordable"]);

    private static readonly KeywordMatcher s_dearest = new(
        ["en pahalı*", "en yüksek fiyat*", "hangisi daha pahalı", "daha pahalı*", "most expensive", "which is more expensive", "dearest", "highest price*"]);

    public Question(string message)
    {
        var text = new FoldedText(message);
        Folded = text.Text;
        SmallTalk = SmallTalk.In(text.Words);
        Words = WordOverlap.ContentWords(HowPhrases.Removed(SmallTalk.Rest));
        AsksContact = s_contact.LongestMatch(text) > 0;
        AsksSupport = s_support.LongestMatch(text) > 0;
        IsInTrouble = s_trouble.LongestMatch(text) > 0;
        AsksComparison = s_compare.LongestMatch(text) > 0;
        WantsProduct = s_wants.LongestMatch(text) > 0;
        AsksCheapest = s_cheapest.LongestMatch(text) > 0;
        AsksDearest = s_dearest.LongestMatch(text) > 0;
        AsksPrice = AsksCheapest || AsksDearest || s_price.LongestMatch(text) > 0;
    }

    public string Folded { get; }

    public IReadOnlyList<string> Words { get; }

    public SmallTalk SmallTalk { get; }

    public bool AsksContact { get; }

    public bool AsksSupport { get; }

    /// <summary>Something broke: people help, documents do not.</summary>
    public bool IsInTrouble { get; }

    public bool AsksComparison { get; }

    /// <summary>Something is looked for, whatever it is.</summary>
    public bool WantsProduct { get; }

    public bool AsksPrice { get; }

    public bool AsksCheapest { get; }

    public bool AsksDearest { get; }

    /// <summary>The folded phrase stands in the message as whole words.</summary>
    public bool Says(string foldedPhrase) =>
        foldedPhrase.Length > 0 && $" {Folded} ".Contains($" {foldedPhrase} ", StringComparison.Ordinal);
}
