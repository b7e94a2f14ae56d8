using System.Collections.Frozen;

namespace FlowEngine.Integrations.Offline;

internal static class TurkishWording
{
    public static Wording Wording { get; } = new()
    {
        Language = "tr",
        DateFormat = "dd.MM.yyyy",
        DecimalPoint = ",",
        SmallTalk = new(
            Hello: name => name is null ? "Merhaba!" : $"Merhaba {name}!",
            HowCanIHelp: tenant => tenant.Length == 0
                ? "Size nasıl yardımcı olabilirim?"
                : $"{tenant} olarak size nasıl yardımcı olabiliriz?",
            IAmWell: "İyiyim, teşekkür ederim.",
            IAm: IAm,
            WhatICanDo: "Ürün arayabilir, fiyat ve stok söyleyebilir, ürünleri karşılaştırabilir, sorularınızı bilgi belgelerimizden "
                + "yanıtlayabilir ve iletişim bilgilerimizi verebilirim.",
            YouAreWelcome: "Rica ederim. Başka bir sorunuz olursa buradayım.",
            Goodbye: "Görüşmek üzere, iyi günler dilerim."),
        Products = Products(),
        Comparison = Comparison(),
        Contact = new(
            Intro: "Bize şuradan ulaşabilirsiniz:",
            Sorry: "Yaşadığınız sorun için üzgünüz. Ekibimiz size yardımcı olacaktır:",
            Offer: "Dilerseniz bize ulaşın:",
            None: "İletişim bilgisi elimde yok.",
            Phone: "Telefon",
            WhatsApp: "WhatsApp",
            Email: "E-posta",
            Address: "Adres",
            Hours: "Çalışma saatleri",
            CallbackForm: "Sizi aramamız için form"),
        Source = "Kaynak",
        NothingFound = "Bu aramaya uyan bir ürün kataloğumuzda bulunmuyor.",
        NothingFoundIn = category => $"{category} kategorisinde bu aramaya uyan bir ürün kataloğumuzda bulunmuyor.",
        Unknown = "Bu konuda elimde bilgi yok.",
        NoData = "Bu soruyu yanıtlayacak veri bana verilmedi.",
    };

    private static ProductWording Products() => new()
    {
        Found = "Size uygun olabilecek ürünler:",
        FoundIn = category => $"{category} kategorisinde size uygun olabilecek ürünler:",
        Cheapest = category => category is null ? "En ucuz seçeneğimiz:" : $"{category} kategorisindeki en ucuz seçeneğimiz:",
        Dearest = category => category is null ? "En pahalı seçeneğimiz:" : $"{category} kategorisindeki en pahalı seçeneğimiz:",
        CheapestOfThese = "Bunlar arasında en ucuz olanı:",
        DearestOfThese = "Bunlar arasında en pahalı olanı:",
        CheapestInStock = "Stokta olanların en ucuzu:",
        DearestInStock = "Stokta olanların en pahalısı:",
        Between = (from, to) => $"Fiyatlar {from} ile {to} arasında:",
        Prices = category => category is null ? "Fiyatlarımız:" : $"{category} kategorisindeki fiyatlarımız:",
        Others = "Diğer seçenekler:",
        OnRequest = "fiyat teklif üzerine",
        InStock = "stokta",
        LastItems = count => $"stokta son {count} adet",
        OutOfStock = "stokta yok",
        Converted = (amounts, date) => $"{amounts}, {date} kuruyla",
        Details = "Özellikler",
        AskForPrice = "Fiyatı olmayan ürünler için teklif isteyebilirsiniz.",
    };

    private static ComparisonWording Comparison() => new(
        Intro: "Ürünlerin karşılaştırması:",
        Differences: "Farklar:",
        Common: "Ortak özellikler:",
        Advantages: "Öne çıkanlar:",
        Cheaper: "daha ucuz",
        InStock: "stokta",
        Higher: label => $"{label} daha yüksek",
        Lower: label => $"{label} daha düşük",
        Yes: "evet",
        No: "hayır",
        AttributeNames: new Dictionary<string, string>
        {
            ["aisle_width"] = "koridor genişliği", ["battery"] = "akü", ["brand"] = "marka", ["capacity"] = "kapasite",
            ["chemistry"] = "akü türü", ["color"] = "renk", ["current"] = "akım", ["engine"] = "motor gücü",
            ["fork_length"] = "çatal boyu", ["fork_width"] = "çatal genişliği", ["height"] = "yükseklik", ["length"] = "boy",
            ["lift_height"] = "kaldırma yüksekliği", ["mast"] = "direk", ["material"] = "malzeme", ["model"] = "model",
            ["power"] = "güç kaynağı", ["price"] = "fiyat", ["size"] = "ölçü", ["speed"] = "hız", ["stock"] = "stok",
            ["towing_capacity"] = "çekme kapasitesi", ["turning_radius"] = "dönüş yarıçapı", ["tyre"] = "lastik",
            ["voltage"] = "gerilim", ["warranty"] = "garanti", ["weight"] = "ağırlık", ["width"] = "genişlik",
            ["working_height"] = "çalışma yüksekliği",
        }.ToFrozenDictionary(),
        Units: AttributeUnits.With(("months", "ay"), ("years", "yıl"), ("hours", "saat"), ("minutes", "dakika")),
        Values: new Dictionary<string, string>
        {
            ["diesel"] = "dizel", ["electric"] = "elektrikli", ["gas"] = "gazlı", ["lpg"] = "LPG", ["manual"] = "manuel", ["petrol"] = "benzinli",
        }.ToFrozenDictionary());

    private static string IAm(string assistant, string tenant) => (assistant, tenant) switch
    {
        ("", "") => "Ben dijital asistanım.",
        ("", _) => $"Ben {tenant} için çalışan dijital asistanım.",
        (_, "") => $"Ben dijital asistan {assistant}.",
        _ => $"Ben {assistant}, {tenant} için çalışan dijital asistanım.",
    };
}
