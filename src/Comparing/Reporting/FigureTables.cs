using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Reporting;

/// <summary>The estimates of a mode as tables, each with its n and the smallest effect that it could show.</summary>
internal static class FigureTables
{
    private static readonly string[] s_columns = ["figure", "value and interval", "turns", "conversations", "smallest effect seen"];

    public static ReportTable Rates(ModeFigures mode)
    {
        var rates = mode.Rates;
        return new("Differences and failures", s_columns,
        [
            Share("V2 differs from V1", rates.Mismatch),
            Share($"{FloorName(mode)} differs from itself", rates.Floor),
            Share("excess over that", rates.Excess),
            Share("blocking", rates.Blocking),
            Share("blocking, excess", rates.BlockingExcess),
            Share("V1 fails", rates.V1Failures),
            Share("V2 fails", rates.V2Failures),
            Share("V2 fails more often by", rates.FailureDifference),
        ])
        {
            Note = rates.Failures is { } test
                ? $"Only V2 failed {FigureText.Count(test.OnlyFirst)} turns, only V1 {FigureText.Count(test.OnlySecond)}: McNemar's p = {FigureText.Number(test.P, "0.0000")} "
                    + $"({(test.Method == "exact" ? "exact" : "chi-square")}), mid-p = {FigureText.Number(test.MidP, "0.0000")}, as if turns were independent."
                : null,
        };
    }

    public static ReportTable Times(ModeFigures mode) => new(
        "Time, of both engines as candidates", s_columns, [.. Times(mode.Total, "to the end"), .. Times(mode.FirstToken, "to the first token")])
    {
        Note = mode.Total.MedianDifference.Turns == 0
            ? null
            : "On turns that both answered and on which the control was run again: both times are taken later than the user's answer and under the same conditions.",
    };

    public static ReportTable Costs(ModeFigures mode) => new("Cost of models per conversation", s_columns, [.. mode.Costs.SelectMany(Costs)]);

    public static string FloorName(ModeFigures mode) => mode.FloorOf?.ToUpperInvariant().Replace(" AND ", " and ", StringComparison.Ordinal) ?? "the control";

    private static IEnumerable<string[]> Times(TimeFigures times, string what)
    {
        if (times.MedianDifference.Value is null)
        {
            yield return Row($"V2 longer by {what}, paired median", times.MedianDifference, FigureText.Milliseconds, 1, "N0", " ms");
            yield break;
        }

        yield return Row($"V1 median {what}", times.V1Median, FigureText.Milliseconds, 1, "N0", " ms");
        yield return Row($"V2 median {what}", times.V2Median, FigureText.Milliseconds, 1, "N0", " ms");
        yield return Row($"V2 longer by {what}, paired median", times.MedianDifference, FigureText.Milliseconds, 1, "N0", " ms");
        yield return Row($"control run again, longer by {what}", times.Conditions, FigureText.Milliseconds, 1, "N0", " ms");
        yield return Row($"V1 p95 {what}", times.V1P95, FigureText.Milliseconds, 1, "N0", " ms");
        yield return Row($"V2 p95 {what}", times.V2P95, FigureText.Milliseconds, 1, "N0", " ms");
        yield return Row($"V2 / V1, p95 {what}", times.P95Ratio, FigureText.Ratio, 1, "0.00", "");
    }

    private static IEnumerable<string[]> Costs(CostFigures costs)
    {
        string Money(Estimate estimate) => FigureText.Money(estimate, costs.Currency);
        yield return Row("V1", costs.V1, Money, 1, FigureText.MoneyFormat(costs.V1), "");
        yield return Row("V2", costs.V2, Money, 1, FigureText.MoneyFormat(costs.V2), "");
        yield return Row("V2 / V1", costs.Ratio, FigureText.Ratio, 1, "0.00", "");
        yield return Row("V2 dearer by (paired median)", costs.MedianDifference, Money, 1, FigureText.MoneyFormat(costs.MedianDifference), "");
    }

    private static string[] Share(string name, Estimate estimate) => Row(name, estimate, FigureText.Share, 100, "0.0", " %");

    private static string[] Row(string name, Estimate estimate, Func<Estimate, string> text, double scale, string format, string unit) =>
        [name, text(estimate), FigureText.Count(estimate.Turns), FigureText.Count(estimate.Conversations), FigureText.Effect(estimate, scale, format, unit)];
}
