using FlowEngine.Api.Tests.Chat.Harness;

namespace FlowEngine.Api.Tests.Chat;

/// <summary>Questions of customers, and what a good answer has.</summary>
[Collection(DemoService.Name)]
public sealed class CustomerQuestionTests(DemoService demo)
{
    public static TheoryData<string, string, string, string> Questions { get; } = new()
    {
        { "demo", "garanti süresi ne kadar?", "24 ay garantilidir", "bilgi/garanti-kosullari" },
        { "demo", "forkliftin garantisi kaç ay", "24 ay garantilidir", "bilgi/garanti-kosullari" },
        { "demo", "iade koşulları", "14 gün içinde", "bilgi/iade-ve-degisim" },
        { "demo", "teslimat kaç gün sürer?", "1-2", "bilgi/teslimat-ve-kargo" },
        { "demo", "fiyatlara KDV dahil mi?", "yüzde 20 KDV dâhil değildir", "bilgi/kdv-ve-fatura" },
        { "demo", "taksit var mı", "12 aya kadar taksit", "bilgi/taksit-secenekleri" },
        { "demo", "kiralık forklift var mı", "kiralayabilirsiniz", "bilgi/kiralama" },
        { "demo", "teknik servisiniz var mı", "Servis ekibimiz", "bilgi/teknik-servis" },
        { "demo", "YD-25 ile YG-25 karşılaştır", "Ürünlerin karşılaştırması:", "Ortak özellikler:" },
        { "demo", "KE-20 stokta var mı?", "Kervanlift KE-20 Akülü Forklift 2.0 Ton", "stokta yok" },
        { "demo", "buzdolabı dolabı televizyon satıyor musunuz?", "kataloğumuzda bulunmuyor", "+90 212 555 01 23" },
        { "demo", "Nissan araba almak istiyorum", "kataloğumuzda bulunmuyor", "+90 212 555 01 23" },
        { "demo", "forkliftim bozuldu", "üzgünüz", "+90 212 555 01 23" },
        { "demo", "çalışma saatleriniz nedir", "Hafta içi 08:30-18:00", "satis@demo.example" },
        { "demo", "teşekkürler", "Rica ederim", "" },
        { "demo", "hoşça kal", "Görüşmek üzere", "" },
        { "demo", "asdfgh qwerty", "+90 212 555 01 23", "" },
        { "demo", "hangi ürünleri satıyorsunuz", "Ürün arayabilir", "" },
        { "demo-en", "how long is the warranty?", "24 month warranty", "help/warranty" },
        { "demo-en", "how long does delivery take", "1 to 3 working days", "help/delivery" },
        { "demo-en", "can I return a product", "Source: Returns and exchanges", "help/returns" },
        { "demo-en", "do prices include VAT?", "do not include VAT", "help/vat-and-invoices" },
        { "demo-en", "do you rent forklifts", "hire", "help/rental" },
        { "demo-en", "compare D25 and G25", "The products compared:", "In common:" },
        { "demo-en", "D30 in stock?", "Northolm D30 Diesel Forklift 3.0 t", "out of stock" },
        { "demo-en", "do you sell laptops", "Our catalogue has no product", "+44 20 7946 0123" },
        { "demo-en", "my forklift is broken", "sorry", "+44 20 7946 0123" },
        { "demo-en", "what are your opening hours", "Mon-Fri 08:00-17:30", "sales@demo-en.example" },
        { "demo-en", "thanks a lot", "You're welcome", "" },
        { "demo-en", "goodbye", "Goodbye", "" },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task BothEngines_Question_IsAnsweredToThePoint(string tenant, string question, string first, string second)
    {
        var api = demo.Service.Api($"{tenant}-chat");

        foreach (var path in (string[])[ChatApi.V1, ChatApi.V2])
        {
            var answer = (await api.SayAsync(question, path)).Answer;

            Assert.Contains(first, answer, StringComparison.Ordinal);
            Assert.Contains(second, answer, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("demo", "800.000 TL altı forklift", "TRY", 0, 800_000)]
    [InlineData("demo", "50.000 ile 100.000 TL arası transpalet", "TRY", 50_000, 100_000)]
    [InlineData("demo-en", "forklift under 18000 pounds", "GBP", 0, 18_000)]
    [InlineData("demo-en", "forklifts cheaper than £17,500", "GBP", 0, 17_500)]
    public async Task V2_Budget_IsKept(string tenant, string question, string currency, int from, int to)
    {
        var reply = await demo.Service.Api($"{tenant}-chat").SayAsync(question);

        Assert.NotEmpty(reply.Products);
        Assert.All(reply.Products, product =>
        {
            Assert.Equal(currency, product.GetProperty("currency").GetString());
            Assert.InRange(product.GetProperty("price").GetDecimal(), from, to);
        });
    }

    [Theory]
    [InlineData("demo", "YD-25 dolar fiyatı", "898.000,00 TRY (21.330,17 USD, 20.11.2026 kuruyla)")]
    [InlineData("demo-en", "price of D25 in euro", "GBP 18,950.00 (EUR 21,534.09 at the rates of 2026-11-20)")]
    public async Task V2_OtherCurrency_IsConvertedAtTheTenantsRates(string tenant, string question, string price) =>
        Assert.Contains(price, (await demo.Service.Api($"{tenant}-chat").SayAsync(question)).Answer, StringComparison.Ordinal);
}
