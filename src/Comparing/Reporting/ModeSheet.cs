using FlowEngine.Comparing.Gates;
using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Reporting;

/// <summary>All figures of one mode.</summary>
internal static class ModeSheet
{
    /// <param name="floorOf">The engine that was run against itself; null where none was.</param>
    public static ModeFigures Of(string mode, ConversationTable table, string? floorOf, BootstrapOptions options)
    {
        var sheet = new FigureSheet(table);
        var rates = Rates(sheet);
        var total = Times(sheet, TurnTime.Total);
        var first = Times(sheet, TurnTime.FirstToken);
        var costs = Prices.Currencies([table]).Select(currency => Costs(sheet, currency)).ToArray();
        var estimates = sheet.Estimates(options);
        return new(
            mode,
            table.Count(TurnFacts.IsBetweenEngines),
            table.ConversationsWith(TurnFacts.IsBetweenEngines),
            floorOf,
            rates(estimates),
            total(estimates),
            first(estimates),
            [.. costs.Select(cost => cost(estimates))],
            Latency(table));
    }

    private static Func<IReadOnlyList<Estimate>, RateFigures> Rates(FigureSheet sheet)
    {
        var table = sheet.Table;
        var mismatch = sheet.Put(RateMeasures.Mismatch(table));
        var floor = sheet.Put(RateMeasures.Floor(table));
        var excess = sheet.Put(RateMeasures.Excess(table));
        var blocking = sheet.Put(RateMeasures.Blocking(table));
        var blockingExcess = sheet.Put(RateMeasures.BlockingExcess(table));
        var v1 = sheet.Put(RateMeasures.Failures(table, TurnFacts.V1));
        var v2 = sheet.Put(RateMeasures.Failures(table, TurnFacts.V2));
        var difference = sheet.Put(RateMeasures.FailureDifference(table));
        var test = table.Count(TurnFacts.IsBetweenEngines) == 0 ? null : McNemar.Of(
            table.Count(turn => RateMeasures.Direction(turn) > 0), table.Count(turn => RateMeasures.Direction(turn) < 0));
        return of => new(mismatch(of), floor(of), excess(of), blocking(of), blockingExcess(of), v1(of), v2(of), difference(of), test);
    }

    private static Func<IReadOnlyList<Estimate>, TimeFigures> Times(FigureSheet sheet, TurnTime time)
    {
        var table = sheet.Table;
        var v1Median = sheet.Put(TimeMeasures.Quantile(table, time, TurnFacts.V1, 0.5));
        var v2Median = sheet.Put(TimeMeasures.Quantile(table, time, TurnFacts.V2, 0.5));
        var v1P95 = sheet.Put(TimeMeasures.Quantile(table, time, TurnFacts.V1, 0.95));
        var v2P95 = sheet.Put(TimeMeasures.Quantile(table, time, TurnFacts.V2, 0.95));
        var median = sheet.Put(TimeMeasures.MedianDifference(table, time));
        var ratio = sheet.Put(TimeMeasures.Ratio(table, time, 0.95));
        var conditions = sheet.Put(TimeMeasures.Conditions(table, time));
        return of => new(v1Median(of), v2Median(of), v1P95(of), v2P95(of), median(of), ratio(of), conditions(of));
    }

    private static Func<IReadOnlyList<Estimate>, CostFigures> Costs(FigureSheet sheet, string currency)
    {
        var table = sheet.Table;
        var v1 = sheet.Put(CostMeasures.PerConversation(table, TurnFacts.V1, currency));
        var v2 = sheet.Put(CostMeasures.PerConversation(table, TurnFacts.V2, currency));
        var ratio = sheet.Put(CostMeasures.Ratio(table, currency));
        var median = sheet.Put(CostMeasures.MedianDifference(table, currency));
        return of => new(currency, v1(of), v2(of), ratio(of), median(of));
    }

    /// <summary>Empty where too few turns have times that can be compared to draw a curve of.</summary>
    private static IReadOnlyList<QuantilePoint> Latency(ConversationTable table)
    {
        var v1 = TimeMeasures.Sorted(table, TurnTime.Total, TurnFacts.V1);
        var v2 = TimeMeasures.Sorted(table, TurnTime.Total, TurnFacts.V2);
        return v1.Count < TimeMeasures.Needed(0.5)
            ? []
            : [.. Enumerable.Range(1, 99).Select(percent => new QuantilePoint(percent / 100.0, v1.Quantile(percent / 100.0), v2.Quantile(percent / 100.0)))];
    }
}
