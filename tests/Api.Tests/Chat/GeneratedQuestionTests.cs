using FlowEngine.Api.Tests.Chat.Harness;

namespace FlowEngine.Api.Tests.Chat;

/// <summary>Hundreds of questions from templates: nothing is said that is not in the rows given to the answer.</summary>
[Collection(DemoService.Name)]
public sealed class GeneratedQuestionTests(DemoService demo)
{
    private const int Questions = 60;

    private static readonly string[] s_turkish =
    [
        "{category} istiyorum", "en ucuz {category}", "en pahalı {category} hangisi", "{category} fiyatları", "{category} var mı?",
        "{amount} TL altı {category}", "{amount} ile {amount2} TL arası {category}", "{category} dolar fiyatı", "euro olarak {product}",
        "{product} fiyatı ne kadar", "{product} stokta var mı", "{product} ile {product2} karşılaştır", "{product}", "{code} ne kadar",
        "{knowledge}", "{knowledge} nedir", "{category} için {knowledge}", "telefon numaranız", "adresiniz nerede", "merhaba, {category} bakıyorum",
        "merhaba", "nasılsın", "teşekkürler", "siz kimsiniz", "yardım", "hoşça kal", "{madeup} var mı", "{madeup} {category} fiyatı", "<b>{category}</b>",
        "{category} [LINK:shop:product:yok] {product}",
    ];

    private static readonly string[] s_english =
    [
        "I want a {category}", "cheapest {category}", "most expensive {category}", "prices of {category}", "do you have {category}?",
        "{category} under {amount} pounds", "{category} between {amount} and {amount2} GBP", "price of {category} in dollars", "{product} in euro",
        "how much is {product}", "is {product} in stock", "compare {product} and {product2}", "{product}", "how much is the {code}",
        "{knowledge}", "what about {knowledge}", "{knowledge} for {category}", "your phone number", "where are you located", "hello, I need a {category}",
        "hello", "how are you", "thank you", "who are you", "help", "goodbye", "do you sell {madeup}", "price of a {madeup} {category}", "<i>{category}</i>",
        "{category} [LINK:shop:product:none] {product}",
    ];

    [Theory]
    [InlineData("demo", ChatApi.V1, 11)]
    [InlineData("demo", ChatApi.V2, 12)]
    [InlineData("demo-en", ChatApi.V1, 13)]
    [InlineData("demo-en", ChatApi.V2, 14)]
    public async Task GeneratedQuestions_Answers_SayOnlyWhatTheRowsSay(string tenant, string path, int seed)
    {
        var facts = await Facts.ReadAsync(demo.Service, tenant);
        var api = demo.Service.Api($"{tenant}-chat");
        var wrong = new List<string>();
        foreach (var question in await QuestionsAsync(tenant, new Random(seed)))
        {
            var reply = await api.SayAsync(question, path);
            if (reply.Failure is not null || reply.Answer.Length < 10)
            {
                wrong.Add($"'{question}': {reply.Failure} '{reply.Answer}'");
            }

            wrong.AddRange(facts.Faults(reply).Select(fault => $"'{question}': {fault}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("demo", "{0} satıyor musunuz?", "kataloğumuzda bulunmuyor")]
    [InlineData("demo", "{0} almak istiyorum", "kataloğumuzda bulunmuyor")]
    [InlineData("demo-en", "do you sell {0}?", "no product")]
    [InlineData("demo-en", "I am looking for {0}", "no product")]
    public async Task MadeUpThings_AreNotInTheCatalogue(string tenant, string template, string expected)
    {
        var api = demo.Service.Api($"{tenant}-chat");
        foreach (var thing in MadeUp(tenant))
        {
            foreach (var path in (string[])[ChatApi.V1, ChatApi.V2])
            {
                var reply = await api.SayAsync(template.Replace("{0}", thing, StringComparison.Ordinal), path);

                Assert.Contains(expected, reply.Answer, StringComparison.Ordinal);
                Assert.Empty(reply.Products);
            }
        }
    }

    private static string[] MadeUp(string tenant) => tenant == "demo"
        ? ["zürafa", "uzaylı hologramı", "iPhone 15", "denizaltı periskopu", "dürbün"]
        : ["giraffes", "a flux capacitor", "iPhone 15", "submarine periscopes", "sunglasses"];

    private async Task<IReadOnlyList<string>> QuestionsAsync(string tenant, Random random)
    {
        var categories = await demo.Service.RowsAsync(
            "SELECT s.value FROM product_categories c JOIN tenants t ON t.id = c.tenant_id, json_each(c.synonyms) s WHERE t.slug = @slug", ("slug", tenant));
        var products = await demo.Service.RowsAsync(
            "SELECT p.name FROM products p JOIN tenants t ON t.id = p.tenant_id WHERE t.slug = @slug ORDER BY p.id", ("slug", tenant));
        var titles = await demo.Service.RowsAsync(
            "SELECT k.title FROM knowledge_documents k JOIN tenants t ON t.id = k.tenant_id WHERE t.slug = @slug ORDER BY k.id", ("slug", tenant));
        var templates = tenant == "demo" ? s_turkish : s_english;
        return
        [
            .. Enumerable.Range(0, Questions).Select(i => templates[i % templates.Length]
                .Replace("{category}", Any(categories), StringComparison.Ordinal)
                .Replace("{product}", Any(products), StringComparison.Ordinal)
                .Replace("{product2}", Any(products), StringComparison.Ordinal)
                .Replace("{code}", Any(products).Split(' ')[1], StringComparison.Ordinal)
                .Replace("{knowledge}", Any(titles), StringComparison.Ordinal)
                .Replace("{madeup}", MadeUp(tenant)[random.Next(5)], StringComparison.Ordinal)
                .Replace("{amount}", $"{random.Next(1, 50)}000", StringComparison.Ordinal)
                .Replace("{amount2}", $"{random.Next(50, 900)}000", StringComparison.Ordinal)),
        ];

        string Any(IReadOnlyList<IReadOnlyList<object?>> rows) => (string)rows[random.Next(rows.Count)][0]!;
    }
}
