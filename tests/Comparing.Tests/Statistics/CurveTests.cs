using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Tests.Statistics;

/// <summary>Against published figures, R's and arbitrary-precision ones: what the library's functions are used for, not the functions.</summary>
public sealed class CurveTests
{
    [Theory]
    [InlineData(0.05, 0.8, 1.6448536269514722, 0.8416212335729143)]
    [InlineData(0.01, 0.5, 2.3263478740408408, 0)]
    [InlineData(1e-6, 0.975, 4.753424308822899, 1.959963984540054)]
    public void SmallestEffect_OfKnownShares_IsTheSumOfTheirNormalQuantiles(double alpha, double power, double zAlpha, double zPower) =>
        Assert.Equal(2 * (zAlpha + zPower), Power.SmallestEffect(2, alpha, power), 9);

    // The quantiles to 30 digits by mpmath: root of betainc(a, b, 0, x, regularized=True) - share.
    [Theory]
    [InlineData(4, 20, 0.0005, 0.019053292424167134)]
    [InlineData(1, 300, 0.005, 0.0000167083331593942922)]
    [InlineData(2.3, 9.2, 0.025, 0.0393414909765484725)]
    [InlineData(29.4, 12_374, 0.025, 0.00159656876943408235)]
    [InlineData(8, 200_000, 0.05, 0.0000199042641684253312)]
    public void Rate_OfManySizes_IsTheBetaQuantile(double events, double size, double outside, double low) =>
        Assert.Equal(low, RareEvents.Rate(new(events / size, (int)events, size), outside).Low, 9);

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
