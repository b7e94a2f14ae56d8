using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Tests.Statistics;

/// <summary>Against published figures.</summary>
public sealed class McNemarTests
{
    // Fagerland, Lydersen and Laake, "The McNemar test for binary matched-pairs data: mid-p and asymptotic are better than exact
    // conditional", BMC Medical Research Methodology 13:91 (2013): airway hyper-responsiveness, 1 against 7 of 21 pairs.
    [Fact]
    public void Of_AirwayHyperResponsiveness_IsAsPublished()
    {
        var test = McNemar.Of(1, 7);

        Assert.Equal("exact", test.Method);
        Assert.Equal(0.0703, test.P, 4);
        Assert.Equal(0.0391, test.MidP, 4);
        Assert.Equal(0.0339, McNemar.BeyondChiSquare(McNemar.ChiSquare(1, 7, 0)), 4);
        Assert.Equal(0.0771, McNemar.BeyondChiSquare(McNemar.ChiSquare(1, 7, 1)), 4);
    }

    // The same: complete response before and after transplantation, 6 against 16 of 162 pairs.
    [Fact]
    public void Of_CompleteResponse_IsAsPublished()
    {
        var test = McNemar.Of(6, 16);

        Assert.Equal(0.0525, test.P, 4);
        Assert.Equal(0.0347, test.MidP, 4);
        Assert.Equal(0.0330, McNemar.BeyondChiSquare(McNemar.ChiSquare(6, 16, 0)), 4);
    }

    // Agresti, "Categorical Data Analysis", 2nd ed. (2002), table 10.1: approval of a prime minister, 150 against 86 of 1600: z^2 = 17.36.
    [Fact]
    public void Of_PrimeMinistersApproval_IsAsPublished()
    {
        var test = McNemar.Of(150, 86);

        Assert.Equal("chi_square", test.Method);
        Assert.Equal(17.36, McNemar.ChiSquare(150, 86, 0), 2);
        Assert.InRange(test.P, 4.0e-5, 4.3e-5);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 5)]
    [InlineData(40, 40)]
    public void Of_EqualCounts_ShowsNothing(int onlyFirst, int onlySecond) => Assert.Equal(1, McNemar.Of(onlyFirst, onlySecond).P, 3);

    [Fact]
    public void Of_ThousandsOfPairs_StaysANumber() => Assert.InRange(McNemar.Of(9_000, 3_000).MidP, 0, 1e-100);
}
