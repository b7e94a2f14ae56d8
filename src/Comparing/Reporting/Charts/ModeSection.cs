using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Reporting.Charts;

/// <summary>The figures of one way of comparing.</summary>
internal static class ModeSection
{
    public static void Draw(Markup page, ModeFigures mode, string id)
    {
        page.Element("h2", Title(mode.Mode));
        page.Element("p", $"{FigureText.Count(mode.Turns)} turns of {FigureText.Count(mode.Conversations)} conversations were run by both engines.", ("class", "soft"));
        Tiles(page, mode);
        page.Open("div", ("class", "grid"));
        Rates(page, mode, $"{id}-rates");
        Latency(page, mode, $"{id}-time");
        foreach (var (costs, number) in mode.Costs.Select((costs, number) => (costs, number)))
        {
            Cost(page, mode, costs, $"{id}-cost{number}");
        }

        page.Close("div");
    }

    public static string Title(string mode) => mode switch
    {
        "resync" => "Re-synchronised comparisons",
        "free" => "Free-running comparisons",
        var other => other,
    };

    private static void Tiles(Markup page, ModeFigures mode)
    {
        page.Open("div", ("class", "tiles"));
        Tile(page, "excess over the A/A floor", mode.Rates.Excess, FigureText.Share);
        Tile(page, "blocking, excess", mode.Rates.BlockingExcess, FigureText.Share);
        Tile(page, "V2 fails more often by", mode.Rates.FailureDifference, FigureText.Share);
        Tile(page, "p95 of time, V2 / V1", mode.Total.P95Ratio, FigureText.Ratio);
        foreach (var costs in mode.Costs)
        {
            Tile(page, $"cost per conversation, V2 / V1 ({costs.Currency})", costs.Ratio, FigureText.Ratio);
        }

        page.Close("div");
    }

    private static void Tile(Markup page, string label, Estimate estimate, Func<Estimate, string> text)
    {
        var shown = text(estimate with { Interval = null });
        page.Open("div", ("class", "tile")).Element("span", label);
        page.Element("b", estimate.Value is null ? FigureText.NotEnough : shown, ("class", estimate.Value is null ? "none" : ""));
        page.Element("span", estimate.Value is null ? estimate.Missing ?? "" : $"{text(estimate)[shown.Length..].Trim()} n = {FigureText.Count(estimate.Conversations)} conversations").Close("div");
    }

    private static void Rates(Markup page, ModeFigures mode, string id)
    {
        var rates = mode.Rates;
        page.Open("figure").Element("h3", "How much V2 differs");
        IntervalChart.Draw(page, id, "How much V2 differs", Headline.Of(mode),
        [
            Share("V2 differs from V1", rates.Mismatch, "v2"),
            Share($"{FigureTables.FloorName(mode)} differs from itself", rates.Floor, "v1"),
            Share("excess over that", rates.Excess, "differs"),
            Share("blocking, excess", rates.BlockingExcess, "blocking"),
            Share("V2 fails more often by", rates.FailureDifference, "blocking"),
        ],
        share => FigureText.Number(share * 100, "0.##") + " %");
        TableSection.Folded(page, FigureTables.Rates(mode));
        page.Close("figure");
    }

    private static void Latency(Markup page, ModeFigures mode, string id)
    {
        page.Open("figure").Element("h3", "Share of turns answered within, both as candidates");
        if (mode.Latency.Count == 0)
        {
            page.Element("p", $"Withheld: {mode.Total.MedianDifference.Missing ?? FigureText.NotEnough}.", ("class", "soft"));
        }
        else
        {
            LatencyChart.Draw(page, id, "Share of turns answered within a time, V1 and V2",
                $"Median V1 {FigureText.Milliseconds(mode.Total.V1Median)}, V2 {FigureText.Milliseconds(mode.Total.V2Median)}; p95 V2 / V1 {FigureText.Ratio(mode.Total.P95Ratio)}.", mode.Latency);
            TableSection.Folded(page, FigureTables.Times(mode));
        }

        page.Close("figure");
    }

    private static void Cost(Markup page, ModeFigures mode, CostFigures costs, string id)
    {
        page.Open("figure").Element("h3", $"Cost of models per conversation, {costs.Currency}");
        IntervalChart.Draw(page, id, "Cost of models per conversation", $"V2 / V1: {FigureText.Ratio(costs.Ratio)}.",
        [
            Row("V1", costs.V1, "v1", estimate => FigureText.Money(estimate, "")),
            Row("V2", costs.V2, "v2", estimate => FigureText.Money(estimate, "")),
        ],
        value => FigureText.Number(value, "0.####"));
        TableSection.Folded(page, FigureTables.Costs(mode));
        page.Close("figure");
    }

    private static IntervalRow Share(string label, Estimate estimate, string style) => Row(label, estimate, style, FigureText.Share);

    private static IntervalRow Row(string label, Estimate estimate, string style, Func<Estimate, string> text) => new(
        label, estimate.Value, estimate.Interval?.Low ?? 0, estimate.Interval?.High ?? 0, estimate.Value is null ? FigureText.NotEnough : text(estimate), style);
}
