using FlowEngine.Conversations;
using Xunit;

namespace FlowEngine.Tests.Conversations;

public sealed class ExchangeRatesTests
{
    private static readonly ExchangeRates s_rates = new(
        "TRY", DateTimeOffset.UnixEpoch, new Dictionary<string, decimal> { ["USD"] = 40m, ["EUR"] = 50m, ["XXX"] = 0m, ["YYY"] = -1m });

    [Theory]
    [InlineData(2, "USD", "TRY", 80)]
    [InlineData(80, "TRY", "USD", 2)]
    [InlineData(5, "USD", "EUR", 4)]
    [InlineData(5, "USD", "USD", 5)]
    [InlineData(5, "TRY", "TRY", 5)]
    public void Convert_WithRates_GoesThroughTheBase(int amount, string from, string to, int expected) =>
        Assert.Equal(expected, s_rates.Convert(amount, from, to));

    [Theory]
    [InlineData("USD", "GBP")]
    [InlineData("GBP", "USD")]
    [InlineData("XXX", "USD")]
    [InlineData("USD", "XXX")]
    [InlineData("USD", "YYY")]
    public void Convert_WithoutAUsableRate_IsNull(string from, string to) => Assert.Null(s_rates.Convert(1, from, to));
}
