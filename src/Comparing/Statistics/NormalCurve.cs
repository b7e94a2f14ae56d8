namespace FlowEngine.Comparing.Statistics;

/// <summary>The standard normal distribution.</summary>
public static class NormalCurve
{
    private static readonly double[] s_a =
        [-3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239e+00];

    private static readonly double[] s_b =
        [-5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01, -1.328068155288572e+01, 1];

    private static readonly double[] s_c =
        [-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00, -2.549732539343734e+00, 4.374664141464968e+00, 2.938163982698783e+00];

    private static readonly double[] s_d =
        [7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00, 1];

    /// <summary>The share below <paramref name="z"/>; by the continued fraction far out, by the series near zero.</summary>
    public static double Below(double z)
    {
        var x = Math.Abs(z);
        var tail = x > 37 ? 0 : x > 5 ? FarTail(x) : 0.5 - Centre(x);
        return z < 0 ? tail : 1 - tail;
    }

    /// <summary>The z below which a share lies: Acklam's approximation and one step of Halley's method.</summary>
    public static double Quantile(double share)
    {
        if (share is <= 0 or >= 1)
        {
            return share <= 0 ? double.NegativeInfinity : double.PositiveInfinity;
        }

        var z = share < 0.02425 ? Tail(share) : share > 1 - 0.02425 ? -Tail(1 - share) : Middle(share - 0.5);
        var error = (Below(z) - share) * Math.Sqrt(2 * Math.PI) * Math.Exp(z * z / 2);
        return z - (error / (1 + (z * error / 2)));
    }

    private static double Centre(double x)
    {
        var (term, sum) = (x, x);
        for (var k = 3; term > 1e-17 * sum && k < 400; k += 2)
        {
            term *= x * x / k;
            sum += term;
        }

        return sum * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
    }

    private static double FarTail(double x)
    {
        var fraction = x;
        for (var k = 40; k >= 1; k--)
        {
            fraction = x + (k / fraction);
        }

        return Math.Exp(-x * x / 2) / (Math.Sqrt(2 * Math.PI) * fraction);
    }

    private static double Tail(double share)
    {
        var q = Math.Sqrt(-2 * Math.Log(share));
        return Polynomial(s_c, q) / Polynomial(s_d, q);
    }

    private static double Middle(double q) => Polynomial(s_a, q * q) * q / Polynomial(s_b, q * q);

    private static double Polynomial(double[] coefficients, double x)
    {
        var sum = 0.0;
        foreach (var coefficient in coefficients)
        {
            sum = (sum * x) + coefficient;
        }

        return sum;
    }
}
