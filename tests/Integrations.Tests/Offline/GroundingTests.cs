using System.Text.RegularExpressions;
using FlowEngine.Conversations;
using FlowEngine.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace FlowEngine.Integrations.Tests.Offline;

/// <summary>Whatever is asked and given: nothing is named that the context does not have.</summary>
public sealed partial class GroundingTests
{
    /// <summary>All that any context is made of; an answer may name only the context's own part of it.</summary>
    private static readonly Product[] s_pool =
    [
        .. Enumerable.Range(1, 12).Select(i => Contexts.Product(
            i,
            $"Marka{(char)('A' + i)} X{i * 7}Q Makine",
            i % 5 == 0 ? null : 1234.5m * i,
            stock: i % 4,
            currency: i % 3 == 0 ? "EUR" : "TRY") with
        {
            Attributes = new Dictionary<string, Value> { ["capacity_kg"] = Value.Of(100m * i), ["power"] = Value.Of("diesel") },
            ConvertedPrices = i % 2 == 0 ? [new(77.25m * i, "USD", DateTimeOffset.UnixEpoch)] : [],
        }),
    ];

    private static readonly string[] s_words =
    [
        "en ucuz", "en pahalı", "fiyat", "forklift", "X7Q", "X21Q", "MarkaC", "nasılsın", "merhaba", "teşekkürler", "iade", "iletişim", "telefon",
        "karşılaştır", "cheapest", "price", "hello", "who are you", "return policy", "contact", "compare", "broken", "arıza", "100 TRY", "<i>",
        "[LINK:shop:product:urun-9]", "MarkaZ 999,00 TRY", "?", "uzay", "help",
    ];

    [Fact]
    public void Compose_AnyQuestionAndContext_NamesOnlyWhatTheContextHas()
    {
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(600),
            Prop.ForAll(Generated().ToArbitrary(), async context =>
            {
                var answer = await Offline.AnswerAsync(context);
                return answer.Length > 0
                    && answer == await Offline.AnswerAsync(context)
                    && Strangers(answer, context).Count == 0
                    && !answer.Contains('<', StringComparison.Ordinal);
            }));
    }

    [Theory]
    [InlineData("- MarkaB X7Q Makine – 1.234,50 TRY", false)]
    [InlineData("- MarkaC X14Q Makine", true)]
    [InlineData("1.234,51 TRY", true)]
    [InlineData("TRY 5.00", true)]
    [InlineData("[LINK:shop:product:urun-2]", true)]
    public void Strangers_Answer_FindsWhatIsNotGiven(string answer, bool expected) =>
        Assert.Equal(expected, Strangers(answer, Contexts.Ask("x", "tr", s_pool[0])).Count > 0);

    private static Gen<ModelContext> Generated() =>
        from language in Gen.Elements("tr", "en", "de")
        from words in Gen.ArrayOf(Gen.Elements(s_words))
        from products in Gen.SubListOf(s_pool)
        from priceType in Gen.Elements(null, null, "cheapest", "dearest", "range", "named", "list", "unknown")
        from flags in Gen.Choose(0, 63)
        from most in Gen.Choose(1, 6)
        select Contexts.Ask(string.Join(' ', words), language, [.. products]) with
        {
            PriceQueryType = priceType,
            ProductsWereSearched = (flags & 1) > 0,
            Contact = (flags & 2) > 0 ? Contexts.Contact : null,
            Passages = (flags & 4) > 0 ? [Contexts.Returns] : [],
            Category = (flags & 8) > 0 ? "Forklift" : null,
            VatNote = (flags & 16) > 0 ? "KDV hariç." : null,
            Comparison = (flags & 32) > 0 && products.Count > 1 ? Comparison([.. products]) : null,
            Directives = [Contexts.Rule("max_products", $"{most}"), Contexts.Rule("use_emojis", most > 3 ? "true" : "false")],
            Variables = new Dictionary<string, Value> { ["name"] = Value.Of(most > 2 ? "Ayşe" : "<b>") },
        };

    private static ProductComparison Comparison(Product[] products) => new(
        products,
        [new("capacity_kg", [.. products.Select(product => product.Attributes["capacity_kg"])])],
        [new("power", [.. products.Select(product => product.Attributes["power"])])],
        [new(products[0].Id, "cheaper"), new(products[1].Id, "higher:capacity_kg"), new(products[1].Id, "strange")],
        "text");

    private static IReadOnlyList<string> Strangers(string answer, ModelContext context)
    {
        var language = context.Language == "tr" ? "tr" : "en";
        var amounts = context.Products
            .SelectMany(product => product.ConvertedPrices.Select(other => Money.Format(other.Amount, other.Currency, language))
                .Append(Money.Format(product.Price ?? -1, product.Currency, language)))
            .ToHashSet();
        var markers = context.Products.Select(product => $"[LINK:shop:product:{product.Slug}]").ToHashSet();
        var names = context.Products.Select(product => product.Name).ToHashSet();
        return
        [
            .. Amounts().Matches(answer).Select(match => match.Value).Where(amount => !amounts.Contains(amount)),
            .. Markers().Matches(answer).Select(match => match.Value).Where(marker => !markers.Contains(marker)),
            .. Names().Matches(answer).Select(match => match.Value).Where(name => !names.Contains(name)),
        ];
    }

    [GeneratedRegex(@"\d[\d.,]*\d (TRY|EUR|USD)\b|\b(TRY|EUR|USD) \d[\d.,]*\d", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Amounts();

    [GeneratedRegex(@"\[LINK:[^\]]*\]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Markers();

    [GeneratedRegex(@"Marka\w+( X\w+)?( Makine)?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Names();
}
