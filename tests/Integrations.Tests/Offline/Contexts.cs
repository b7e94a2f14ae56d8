using FlowEngine.Conversations;

namespace FlowEngine.Integrations.Tests.Offline;

/// <summary>Contexts as the engines fill them.</summary>
internal static class Contexts
{
    public static ModelContext Ask(string message, string language = "tr", params Product[] products) => new()
    {
        Language = language,
        UserMessage = message,
        TenantName = "Depo Market",
        Products = products,
        ProductsWereSearched = true,
    };

    public static Product Product(long id, string name, decimal? price, int stock = 20, string currency = "TRY") => new()
    {
        Id = id,
        Sku = $"SKU-{id}",
        Slug = $"urun-{id}",
        Name = name,
        CategorySlug = "forklift",
        Description = "Kapalı depo için uygundur. İkinci cümle.",
        Price = price,
        Currency = currency,
        Stock = stock,
    };

    public static ContactFacts Contact { get; } = new()
    {
        Phone = "+90 216 000 00 00",
        WhatsApp = "+90 530 000 00 00",
        Email = "bilgi@depo.example",
        Address = "Depo Sokak 1, İstanbul",
        WorkingHours = new Dictionary<string, string> { ["tr"] = "Hafta içi 09.00-18.00", ["en"] = "Mon-Fri 9 to 18" },
        CallbackFormUrl = "/arama-formu",
    };

    public static Passage Returns { get; } = new(
        7,
        "İade koşulları",
        "Siparişler kargoyla gönderilir. Ürünleri teslimden sonra on dört gün içinde iade edebilirsiniz. Faturayı saklayın.",
        "https://depo.example/iade",
        0.8);

    public static Directive Rule(string key, string value, int priority = 1) => new(key, value, "string", "general", priority);
}
