using FlowEngine.Comparing.Ladder.Entities;

namespace FlowEngine.Comparing.Tests.Ladder;

public sealed class EntityTests
{
    [Theory]
    [InlineData("Fiyatı 18.500,50 TL", "tr", "amounts", "18500.5 TRY")]
    [InlineData("It costs TRY 18,500.50.", "en", "amounts", "18500.5 TRY")]
    [InlineData("50 bin lira", "tr", "amounts", "50000 TRY")]
    [InlineData("%20 indirim", "tr", "amounts", "20 %")]
    [InlineData("20% off", "en", "amounts", "20 %")]
    [InlineData("Teslim 15 Mart 2026", "tr", "dates", "2026-03-15")]
    [InlineData("Teslim 15.03.2026'da", "tr", "dates", "2026-03-15")]
    [InlineData("on March 15th, 2026", "en", "dates", "2026-03-15")]
    [InlineData("on 3/15/2026", "en", "dates", "2026-03-15")]
    [InlineData("2026-03-15", "en", "dates", "2026-03-15")]
    [InlineData("15 ARALIK", "tr", "dates", "12-15")]
    [InlineData("SALI günü", "tr", "dates", "weekday 2")]
    [InlineData("saat 14:30", "tr", "dates", "14:30")]
    [InlineData("yarın ararız", "tr", "dates", "day +1")]
    [InlineData("Tel: +90 (532) 123 45 67", "tr", "phones", "5321234567")]
    [InlineData("0532 123 45 67'den", "tr", "phones", "5321234567")]
    [InlineData("Satis@Shop.example.", "tr", "emails", "satis@shop.example")]
    [InlineData("(https://www.Shop.example/a/?utm_source=x).", "tr", "links", "shop.example/a")]
    [InlineData("ep-1500 PRO'yu öneririm", "tr", "products", "ep-1500 pro")]
    [InlineData("İSTİF MAKİNESİ var", "tr", "products", "istif makinesi")]
    public void Read_FactInAnyNotation_IsTheSameKey(string text, string language, string kind, string key) =>
        Assert.Equal([key], EntityReader.Read(text, language, new ProductNames(["EP-1500", "EP-1500 Pro", "İstif Makinesi"])).Of(kind));

    [Theory]
    [InlineData("EP-1500 ve 1500 kg", "amounts")]
    [InlineData("3 adet, 2,35 m", "dates")]
    [InlineData("500.000 TL", "phones")]
    [InlineData("EP-15000", "products")]
    [InlineData("You may call 3 times", "dates")]
    public void Read_WhatIsNoSuchFact_IsNotFound(string text, string kind) =>
        Assert.Empty(EntityReader.Read(text, "tr", new ProductNames(["EP-1500"])).Of(kind));

    [Fact]
    public void Read_AllKinds_LeavesTheRest() =>
        Assert.Equal(
            ["için", "istenir"],
            EntityReader.Read("EP-1500 için 500 TL istenir", "tr", new ProductNames(["EP-1500"])).Rest.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData("03-15", "2026-03-15", true)]
    [InlineData("2025-03-15", "2026-03-15", false)]
    [InlineData("03-16", "2026-03-15", false)]
    public void Are_DateWithoutYear_IsThatOfAnyYear(string left, string right, bool same) =>
        Assert.Equal((same, same), (EntityMatch.Are("dates", left, right), EntityMatch.Are("dates", right, left)));

    [Theory]
    [InlineData("Ürün stokta var.", "Ürün stokta yok.")]
    [InlineData("Pazar günü teslimat yapıyoruz.", "Pazar günü teslimat yapmıyoruz.")]
    [InlineData("Fiyata KDV dahildir.", "Fiyata KDV dahil değildir.")]
    [InlineData("We deliver to Ankara.", "We don't deliver to Ankara.")]
    [InlineData("The EP-1500 is in stock.", "The EP-1500 is out of stock.")]
    [InlineData("Bu ürün iade edilir.", "Bu ürün iade edilmez.")]
    public void Contradictions_SentenceDenied_IsFoundEitherWay(string said, string denied)
    {
        Assert.Single(Negation.Contradictions(said, denied));
        Assert.Single(Negation.Contradictions(denied, said));
        Assert.Empty(Negation.Contradictions(denied, denied));
    }

    [Theory]
    [InlineData("EP-1500 is in stock. Don't hesitate to call us.", "EP-1500 is in stock. Call us any time.")]
    [InlineData("Ürün stokta var. Sormaktan çekinmeyin.", "Ürün stokta var. Başka sorunuz var mı?")]
    public void Contradictions_TurnOfPhrase_IsNone(string left, string right) => Assert.Empty(Negation.Contradictions(left, right));
}
