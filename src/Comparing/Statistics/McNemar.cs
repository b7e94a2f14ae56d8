using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace FlowEngine.Comparing.Statistics;

/// <summary>
/// McNemar's test of paired yes/no answers: only pairs that answer differently tell anything.
/// With fewer than 25 of them the exact binomial test decides, from 25 on chi-square with the continuity correction;
/// the mid-p value, less conservative than either, is given beside it.
/// </summary>
/// <param name="OnlyFirst">Pairs where only the first said yes.</param>
/// <param name="OnlySecond">Pairs where only the second said yes.</param>
/// <param name="P">Two-sided, of the test named by <paramref name="Method"/>.</param>
/// <param name="Method"><c>exact</c> or <c>chi_square</c>.</param>
/// <param name="MidP">Two-sided.</param>
public sealed record McNemar(int OnlyFirst, int OnlySecond, double P, string Method, double MidP)
{
    /// <summary>From this many differing pairs on chi-square is used.</summary>
    public const int FewPairs = 25;

    public static McNemar Of(int onlyFirst, int onlySecond)
    {
        var pairs = onlyFirst + onlySecond;
        var (exact, midP) = SignTest(Math.Min(onlyFirst, onlySecond), pairs);
        return pairs < FewPairs
            ? new(onlyFirst, onlySecond, exact, "exact", midP)
            : new(onlyFirst, onlySecond, BeyondChiSquare(ChiSquare(onlyFirst, onlySecond, 1)), "chi_square", midP);
    }

    /// <param name="correction">1 for Edwards' continuity correction, 0 for none.</param>
    public static double ChiSquare(int onlyFirst, int onlySecond, double correction)
    {
        var distance = Math.Max(0, Math.Abs(onlyFirst - onlySecond) - correction);
        return onlyFirst + onlySecond == 0 ? 0 : distance * distance / (onlyFirst + onlySecond);
    }

    /// <summary>The share of chi-square with one degree of freedom beyond <paramref name="value"/>.</summary>
    public static double BeyondChiSquare(double value) => SpecialFunctions.Erfc(Math.Sqrt(value / 2));

    private static (double Exact, double MidP) SignTest(int fewer, int pairs)
    {
        if (pairs == 0)
        {
            return (1, 1);
        }

        var tail = Binomial.CDF(0.5, pairs, fewer);
        var last = Binomial.PMF(0.5, pairs, fewer);
        return (Math.Min(1, 2 * tail), 2 * fewer == pairs ? 1 - last : (2 * tail) - last);
    }
}
