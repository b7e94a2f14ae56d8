using System.Globalization;
using FlowEngine.Text;
using Xunit;

namespace FlowEngine.Tests.Text;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("18500", "TRY", "tr", "18.500,00 TRY")]
    [InlineData("18500", "TRY", "en", "TRY 18,500.00")]
    [InlineData("18500", "tl", "tr-TR", "18.500,00 TRY")]
    [InlineData("1234.565", "€", "de", "1.234,57 EUR")]
    [InlineData("-5", "USD", "en", "USD -5.00")]
    [InlineData("1234.5", "JPY", "en", "JPY 1,235")]
    [InlineData("0", "", "tr", "0,00")]
    public void Format_AmountInALanguage_IsWrittenAsItsReadersExpect(string amount, string currency, string language, string expected) =>
        Assert.Equal(expected, Money.Format(decimal.Parse(amount, CultureInfo.InvariantCulture), currency, language));

    [Fact]
    public void Format_GreatestDecimal_DoesNotThrow() =>
        Assert.EndsWith("TRY", Money.Format(decimal.MaxValue, "TRY", "tr"), StringComparison.Ordinal);
}
