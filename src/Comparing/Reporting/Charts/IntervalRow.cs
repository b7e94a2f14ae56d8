namespace FlowEngine.Comparing.Reporting.Charts;

/// <param name="Value">Null where there is not enough data: the text says so.</param>
internal sealed record IntervalRow(string Label, double? Value, double Low, double High, string Text, string Style);
