using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Tests.Statistics;

/// <summary>Against tables: Abramowitz and Stegun's for the normal curve, R's qbeta for exact intervals.</summary>
public sealed class CurveTests
{
    [Theory]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.99, 2.3263478740408408)]
    [InlineData(0.5, 0)]
    [InlineData(1e-6, -4.753424308822899)]
    public void NormalQuantile_OfKnownShares_IsAsInTables(double share, double z)
    {
        Assert.Equal(z, NormalCurve.Quantile(share), 9);
        Assert.Equal(share, NormalCurve.Below(z), 12);
    }

    // Clopper and Pearson's 95 % interval of 4 of 20, R: binom.test(4, 20)$conf.int = 0.05733400 0.43661395.
    [Fact]
    public void Rate_OfFourInTwenty_IsClopperPearson()
    {
        var interval = RareEvents.Rate(new(0.2, 4, 20), 0.025);

        Assert.Equal(0.057334, interval.Low, 6);
        Assert.Equal(0.436614, interval.High, 6);
    }

    [Fact]
    public void Rate_OfNothingInThreeHundred_FollowsTheRuleOfThree()
    {
        var interval = RareEvents.Rate(new(0, 0, 300), 0.05);

        Assert.Equal(0, interval.Low);
        Assert.Equal(1 - Math.Pow(0.05, 1 / 300.0), interval.High, 9);
    }

    // Bonett and Price, Journal of Educational and Behavioral Statistics 37 (2012), by their formula on the airway data.
    [Fact]
    public void PairedDifference_OfAirwayData_IsByFormula()
    {
        var (first, second) = (2 / 23.0, 8 / 23.0);
        var reach = 1.959963984540054 * Math.Sqrt((first + second - ((first - second) * (first - second))) / 23);

        var interval = RareEvents.PairedDifference(1, 7, 21, 1, 0.025);

        Assert.Equal(first - second - reach, interval.Low, 9);
        Assert.Equal(first - second + reach, interval.High, 9);
    }
}
