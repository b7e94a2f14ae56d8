namespace FlowEngine.Comparing.Reporting.Charts;

/// <param name="Style">The class that colours it.</param>
internal sealed record ChartBar(string Label, double Value, string Text, string Style);
