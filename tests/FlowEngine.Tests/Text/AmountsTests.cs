using System.Globalization;
using FlowEngine.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace FlowEngine.Tests.Text;

public sealed class AmountsTests
{
    [Theory]
    [InlineData("50.000 TL altı", "50000 TRY")]
    [InlineData("50 bin", "50000")]
    [InlineData("50 BİN lira", "50")]
    [InlineData("50 BIN lira", "50000 TRY")]
    [InlineData("$1,200.50", "1200.5 USD")]
    [InlineData("1.5k", "1500")]
    [InlineData("1,5 milyon €", "1500000 EUR")]
    [InlineData("€ 99", "99 EUR")]
    [InlineData("18.500,00 TRY", "18500 TRY")]
    [InlineData("TL 750", "750 TRY")]
    [InlineData("1.200.500", "1200500")]
    [InlineData("0.500", "0.5")]
    [InlineData("10-20 bin TL arası", "10000 TRY;20000 TRY")]
    [InlineData("5.000 ile 7.500 lira", "5000 TRY;7500 TRY")]
    [InlineData("between 100 and 200 dollars", "100 USD;200 USD")]
    [InlineData("EP-1500 ve F4", "")]
    [InlineData("EP-1500 için 20 bin tl", "20000 TRY")]
    [InlineData("99999999999999999999", "")]
    [InlineData("merhaba", "")]
    public void Read_TurkishAndEnglishNotation_GivesTheAmounts(string text, string expected) =>
        Assert.Equal(expected, string.Join(';', Amounts.Read(text).Select(amount =>
            $"{amount.Value.ToString("0.######", CultureInfo.InvariantCulture)} {amount.Currency}".TrimEnd())));

    [Fact]
    public void Read_AnyText_DoesNotThrow() =>
        Prop.ForAll(Texts.Any(), text => Amounts.Read(text).All(amount => amount.Value >= 0)).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_AnyWholeAmountAsMoneyFormatsIt_IsReadBack() =>
        Prop.ForAll(Gen.Choose(1, 999_999_999).ToArbitrary(), cents =>
            new[] { "tr", "en" }.All(language =>
                Amounts.Read(Money.Format(cents / 100m, "TRY", language)) is [{ Currency: "TRY" } amount] && amount.Value == cents / 100m))
            .QuickCheckThrowOnFailure();
}
