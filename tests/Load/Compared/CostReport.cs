using System.Globalization;
using System.Text;
using FlowEngine.Benchmarks;

namespace FlowEngine.Load.Compared;

/// <summary>The cost of comparing as Markdown.</summary>
internal static class CostReport
{
    private const double Normal95 = 1.96;

    public static string Write(
        LoadOptions options, string loadBefore, double perSecond, IReadOnlyList<CostPair> pairs, IReadOnlyList<SaturatedPair> saturated)
    {
        var text = new StringBuilder($"# What parallel runs cost users, on {options.Database}\n\n").Append(Machine.Facts(loadBefore)).Append("\n\n");
        text.Append(CultureInfo.InvariantCulture, $"""
            V1 answers, whose model takes {(options.ModelMs == 0 ? "about a millisecond" : $"{options.ModelMs} ms")}; stage `shadow` at 100% with a sample of 100% (a tenth of the sessions against itself too) beside stage `off`, {options.Rounds} pairs of
            rounds of {options.Seconds} s, the client in the same process. Turns come at {perSecond:0} a second, a quarter of what the machine answers at most, whether or not those
            before are answered; a time is from when a turn was to begin; what is not compared meanwhile waits. Times are medians of the rounds,
            ratios geometric means of the pairs with their 95% intervals; `nobody` is `off` beside `off`.

            | candidate | off p50, ms | shadow p50, ms | p50, ratio | off p99, ms | shadow p99, ms | p99, ratio | compared meanwhile, of |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |

            """);
        foreach (var candidate in options.Candidates)
        {
            var rounds = pairs.Where(pair => pair.Candidate == candidate).ToList();
            text.Append(CultureInfo.InvariantCulture, $"| {candidate} | {Median(rounds, pair => pair.Off.P50):0.00} | {Median(rounds, pair => pair.Shadow.P50):0.00} | {Ratio(rounds, pair => pair.Shadow.P50 / pair.Off.P50)} ")
                .Append(CultureInfo.InvariantCulture, $"| {Median(rounds, pair => pair.Off.P99):0.0} | {Median(rounds, pair => pair.Shadow.P99):0.0} | {Ratio(rounds, pair => pair.Shadow.P99 / pair.Off.P99)} | {rounds.Sum(pair => pair.Compared):N0} of {rounds.Sum(pair => pair.Shadow.Turns):N0} |\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"""

            At saturation, {options.Connections} connections one turn after the other: {Median(saturated, pair => pair.Off):0} turns/s with `off`, {Median(saturated, pair => pair.Shadow):0} with `shadow`: {Ratio(saturated, pair => pair.Shadow / pair.Off)} of it.
            Of the {saturated.Sum(pair => pair.Asked):N0} comparisons of those rounds {saturated.Sum(pair => pair.Skipped):N0} were shed (`skipped:overload`).

            Budget: p50 at most 1.05, p99 at most 1.25, at saturation at least 0.90.

            """).ToString();
    }

    private static double Median<T>(IReadOnlyList<T> rounds, Func<T, double> figure) => LoadReport.Median(rounds.Select(figure));

    /// <summary>Geometric mean of the pairs' ratios with its 95% interval, by the normal distribution.</summary>
    private static string Ratio<T>(IReadOnlyList<T> rounds, Func<T, double> ratio)
    {
        var logs = rounds.Select(round => Math.Log(ratio(round))).ToList();
        var mean = logs.Average();
        var half = Normal95 * Math.Sqrt(logs.Sum(log => (log - mean) * (log - mean)) / Math.Max(1, logs.Count - 1) / logs.Count);
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Exp(mean):0.00} [{Math.Exp(mean - half):0.00}, {Math.Exp(mean + half):0.00}]");
    }
}
