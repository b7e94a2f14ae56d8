namespace FlowEngine.Comparing.Statistics;

/// <summary>The beta distribution: exact intervals of rates are its quantiles.</summary>
public static class BetaCurve
{
    /// <summary>The share below <paramref name="x"/>: the regularised incomplete beta function, by Lentz's continued fraction.</summary>
    public static double Below(double x, double a, double b)
    {
        if (x is <= 0 or >= 1)
        {
            return x <= 0 ? 0 : 1;
        }

        return x > (a + 1) / (a + b + 2) ? 1 - Below(1 - x, b, a) : Front(x, a, b) * Fraction(x, a, b) / a;
    }

    public static double Quantile(double share, double a, double b)
    {
        var (low, high) = (0.0, 1.0);
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Below(middle, a, b) < share ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    private static double Front(double x, double a, double b) =>
        Math.Exp((a * Math.Log(x)) + (b * Math.Log(1 - x)) + LogGamma(a + b) - LogGamma(a) - LogGamma(b));

    private static double Fraction(double x, double a, double b)
    {
        var d = 1 / Off(1 - ((a + b) * x / (a + 1)));
        var (c, result) = (1.0, d);
        for (var m = 1; m <= 500; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / Off(1 + (even * d));
            c = Off(1 + (even / c));
            result *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / Off(1 + (odd * d));
            c = Off(1 + (odd / c));
            result *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-14)
            {
                break;
            }
        }

        return result;
    }

    private static double Off(double value) => Math.Abs(value) < 1e-300 ? 1e-300 : value;

    /// <summary>Stirling's series beyond 10, led there by the recurrence.</summary>
    private static double LogGamma(double x)
    {
        var shift = 0.0;
        for (; x < 10; x++)
        {
            shift -= Math.Log(x);
        }

        var inverse = 1 / x;
        var square = inverse * inverse;
        return shift + ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI))
            + (inverse * ((1 / 12.0) - (square * ((1 / 360.0) - (square * ((1 / 1260.0) - (square / 1680)))))));
    }
}
