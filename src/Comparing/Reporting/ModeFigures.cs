namespace FlowEngine.Comparing.Reporting;

/// <summary>The figures of one way of comparing; the two are never mixed.</summary>
/// <param name="Mode"><c>resync</c> or <c>free</c>.</param>
/// <param name="FloorOf">The engine that was run against itself, such as <c>v1</c>; null where none was.</param>
/// <param name="Latency">For drawing; empty where no turn was answered by both.</param>
public sealed record ModeFigures(
    string Mode,
    int Turns,
    int Conversations,
    string? FloorOf,
    RateFigures Rates,
    TimeFigures Total,
    TimeFigures FirstToken,
    IReadOnlyList<CostFigures> Costs,
    IReadOnlyList<QuantilePoint> Latency);
