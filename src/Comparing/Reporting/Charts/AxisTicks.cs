namespace FlowEngine.Comparing.Reporting.Charts;

internal static class AxisTicks
{
    private static readonly int[] s_round = [1, 2, 5, 10];

    /// <summary>At most about <paramref name="most"/> round numbers from <paramref name="low"/> to <paramref name="high"/>.</summary>
    public static IEnumerable<double> Linear(double low, double high, int most)
    {
        var span = high - low;
        if (span <= 0 || !double.IsFinite(span))
        {
            yield break;
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(span / most)));
        var step = s_round.Select(factor => factor * power).First(step => span / step <= most);
        for (var tick = Math.Ceiling(low / step); tick * step <= high + (step / 1e6); tick++)
        {
            yield return tick * step;
        }
    }

    /// <summary>1, 2 and 5 times powers of ten.</summary>
    public static IEnumerable<double> Logarithmic(double low, double high) =>
        Enumerable.Range((int)Math.Floor(Math.Log10(low)), (int)Math.Ceiling(Math.Log10(high / low)) + 2)
            .SelectMany(power => s_round.Take(3).Select(factor => factor * Math.Pow(10, power)))
            .Where(tick => tick >= low && tick <= high);
}
