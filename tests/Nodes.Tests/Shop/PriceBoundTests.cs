using System.Globalization;
using FlowEngine.Nodes.Shop;
using Xunit;

namespace FlowEngine.Nodes.Tests.Shop;

/// <summary>Bounds of prices as people write them, in two languages.</summary>
public sealed class PriceBoundTests
{
    [Theory]

    // Turkish: no more than.
    [InlineData("2000 TL'den fazla olmasın", null, 2000)]
    [InlineData("2000 liradan fazla olmasın lütfen", null, 2000)]
    [InlineData("2000 TL fazla olmasın", null, 2000)]
    [InlineData("2 000 TL altı", null, 2000)]
    [InlineData("2\u00A0000 TL altı", null, 2000)]
    [InlineData("2\u202F000 TL altında ne var", null, 2000)]
    [InlineData("2.000 TL altı", null, 2000)]
    [InlineData("2.000,50 TL altı", null, 2000.5)]
    [InlineData("2000 liradan ucuz", null, 2000)]
    [InlineData("2000'den ucuz bir şey", null, 2000)]
    [InlineData("2000 TL'den daha ucuz", null, 2000)]
    [InlineData("2000 TL'den pahalı olmasın", null, 2000)]
    [InlineData("2000 TL'den az", null, 2000)]
    [InlineData("2000 TL'den düşük fiyatlı", null, 2000)]
    [InlineData("en fazla 2000 TL", null, 2000)]
    [InlineData("en çok 2000 lira verebilirim", null, 2000)]
    [InlineData("maksimum 2000", null, 2000)]
    [InlineData("azami 2000 TL", null, 2000)]
    [InlineData("2000 TL'ye kadar", null, 2000)]
    [InlineData("2000 liraya kadar olanlar", null, 2000)]
    [InlineData("2000'e kadar", null, 2000)]
    [InlineData("2000 TL'yi geçmesin", null, 2000)]
    [InlineData("2000 lirayı geçmeyen ürünler", null, 2000)]
    [InlineData("2000 TL'yi aşmasın", null, 2000)]
    [InlineData("2000 TL'nin üstüne çıkmasın", null, 2000)]
    [InlineData("2000 TL üstü olmasın", null, 2000)]
    [InlineData("2000 TL üzeri istemiyorum", null, 2000)]
    [InlineData("2000 TL'den yukarı olmasın", null, 2000)]
    [InlineData("2000 TL üstü bana çok pahalı", null, 2000)]
    [InlineData("bütçem 50 bin TL", null, 50000)]
    [InlineData("50 bine kadar", null, 50000)]
    [InlineData("50 binin altında", null, 50000)]
    [InlineData("1,5 milyon TL altı", null, 1500000)]
    [InlineData("2 bin liranın altında", null, 2000)]
    [InlineData("₺2000 altı", null, 2000)]
    [InlineData("2000₺ altı", null, 2000)]
    [InlineData("TL 2000 altı", null, 2000)]
    [InlineData("2000 TL", null, 2000)]
    [InlineData("2000 TL'lik bir şey", null, 2000)]
    [InlineData("٢٠٠٠ TL altı", null, 2000)]
    [InlineData("3 ton, 2000 TL altı", null, 2000)]
    [InlineData("2024 model 2000 TL altı", null, 2000)]

    // Turkish: no less than.
    [InlineData("2000 TL'den fazla", 2000, null)]
    [InlineData("2000 liradan pahalı olanlar", 2000, null)]
    [InlineData("2000 TL üstü", 2000, null)]
    [InlineData("2000 TL ve üzeri", 2000, null)]
    [InlineData("2000 TL'nin üzerinde", 2000, null)]
    [InlineData("en az 2000 TL", 2000, null)]
    [InlineData("minimum 2000 lira", 2000, null)]
    [InlineData("asgari 2.000 TL", 2000, null)]
    [InlineData("2000 TL'den başlayan", 2000, null)]
    [InlineData("2000 TL'den itibaren", 2000, null)]
    [InlineData("2000 TL'nin altında olmasın", 2000, null)]
    [InlineData("2000 TL'nin altına inmesin", 2000, null)]
    [InlineData("2000 TL'den ucuz olmasın", 2000, null)]
    [InlineData("2000 TL'den az olmasın", 2000, null)]
    [InlineData("2000 liradan aşağı olmasın", 2000, null)]
    [InlineData("2000 TL altı istemiyorum", 2000, null)]
    [InlineData("2000 TL'yi geçen", 2000, null)]
    [InlineData("2 000 TL ve fazlası", 2000, null)]

    // Turkish: between.
    [InlineData("1000 ila 2000", 1000, 2000)]
    [InlineData("1000 ila 2000 TL", 1000, 2000)]
    [InlineData("1000 ile 2000 TL arası", 1000, 2000)]
    [InlineData("1000-2000 TL", 1000, 2000)]
    [InlineData("1.000 – 2.000 TL arası", 1000, 2000)]
    [InlineData("1 000 - 2 000 TL arası", 1000, 2000)]
    [InlineData("1000 ve 2000 TL arasında", 1000, 2000)]
    [InlineData("1000'le 2000 arası", 1000, 2000)]
    [InlineData("1000'den 2000'e kadar", 1000, 2000)]
    [InlineData("1000 TL'den 2000 TL'ye kadar", 1000, 2000)]
    [InlineData("10-20 bin TL arası", 10000, 20000)]
    [InlineData("10 ila 20 bin", 10000, 20000)]
    [InlineData("1000 TL üstü 2000 TL altı", 1000, 2000)]
    [InlineData("en az 1000 en fazla 2000 TL", 1000, 2000)]
    [InlineData("min 1000 max 2000", 1000, 2000)]
    [InlineData("1000 TL'den az olmasın, 2000 TL'yi geçmesin", 1000, 2000)]
    [InlineData("100 200 TL arası", 100, 200)]
    [InlineData("2000 TL ile 1000 TL arası", 1000, 2000)]

    // English: no more than.
    [InlineData("under 2000 TL", null, 2000)]
    [InlineData("below $2,000", null, 2000)]
    [InlineData("less than 2000 dollars", null, 2000)]
    [InlineData("not more than 2000 TL", null, 2000)]
    [InlineData("no more than $2000", null, 2000)]
    [InlineData("not over 2000 TL please", null, 2000)]
    [InlineData("nothing over 2000 TL", null, 2000)]
    [InlineData("I don't want to pay more than 2000 TL", null, 2000)]
    [InlineData("I can't spend more than $2k", null, 2000)]
    [InlineData("without exceeding 2000 TL", null, 2000)]
    [InlineData("must not exceed 2000", null, 2000)]
    [InlineData("at most 2,000.00 USD", null, 2000)]
    [InlineData("up to €2000", null, 2000)]
    [InlineData("2000 TL or less", null, 2000)]
    [InlineData("2000 euros or cheaper", null, 2000)]
    [InlineData("2000 TL max", null, 2000)]
    [InlineData("$2k tops", null, 2000)]
    [InlineData("cheaper than 2000 TL", null, 2000)]
    [InlineData("my budget is 2000 TL", null, 2000)]
    [InlineData("2000 TL is my limit", null, 2000)]
    [InlineData("something not too expensive under 2000 TL", null, 2000)]
    [InlineData("over 2000 TL is too much", null, 2000)]
    [InlineData("price < 2000", null, 2000)]
    [InlineData("1.5k max", null, 1500)]
    [InlineData("£1,999.99 or under", null, 1999.99)]
    [InlineData("2 000 USD at most", null, 2000)]

    // English: no less than.
    [InlineData("over 2000 TL", 2000, null)]
    [InlineData("more than $2,000", 2000, null)]
    [InlineData("at least 2000 TL", 2000, null)]
    [InlineData("not less than 2000 TL", 2000, null)]
    [InlineData("no cheaper than 2000 TL", 2000, null)]
    [InlineData("not under 2000 TL", 2000, null)]
    [InlineData("starting from 2000 TL", 2000, null)]
    [InlineData("2000 TL and up", 2000, null)]
    [InlineData("2000 TL or more", 2000, null)]
    [InlineData("2000 TL+", 2000, null)]
    [InlineData("more expensive than 2000 TL", 2000, null)]
    [InlineData("price >= 2000", 2000, null)]

    // English: between.
    [InlineData("between 1000 and 2000", 1000, 2000)]
    [InlineData("from $1,000 to $2,000", 1000, 2000)]
    [InlineData("$1k-$2k", 1000, 2000)]
    [InlineData("1k-2k", 1000, 2000)]
    [InlineData("1000 to 2000 TL", 1000, 2000)]
    [InlineData("over 1000 TL but under 2000 TL", 1000, 2000)]
    [InlineData("not less than 1000 and not more than 2000 TL", 1000, 2000)]
    [InlineData("at least 1000 TL, at most 2000 TL", 1000, 2000)]
    [InlineData("around 1000 TL", 800, 1200)]
    public void Read_OfAPhrase_HasTheBoundsThatItSays(string phrase, object? least, object? most)
    {
        var question = PriceQuestionReader.Read(phrase);

        Assert.Equal(PriceQuestionKind.Range, question.Kind);
        Assert.Equal((Number(least), Number(most)), (question.Minimum, question.Maximum));
    }

    private static decimal? Number(object? written) => written is null ? null : Convert.ToDecimal(written, CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("MT 2000 ne kadar", PriceQuestionKind.List)]
    [InlineData("2000 kg altında fiyatlar", PriceQuestionKind.List)]
    [InlineData("2000 adet var mı", PriceQuestionKind.None)]
    [InlineData("en ucuz 3 ürün", PriceQuestionKind.Cheapest)]
    public void Read_OfOtherNumbers_SetsNoBound(string phrase, PriceQuestionKind kind) =>
        Assert.Equal(new PriceQuestion(kind), PriceQuestionReader.Read(phrase));

    [Theory]
    [InlineData("2000 dolardan ucuz", "USD")]
    [InlineData("2000 euroyu geçmesin", "EUR")]
    [InlineData("2000 sterlinden az", "GBP")]
    [InlineData("2000 liralık", "TRY")]
    [InlineData("10 ila 20 bin USD", "USD")]
    [InlineData("2000 altı", null)]
    public void Read_OfAnEnding_KnowsTheCurrency(string phrase, string? currency) => Assert.Equal(currency, PriceQuestionReader.Read(phrase).Currency);
}
