using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Reporting;

/// <summary>Measures put down one by one and estimated in one pass of resampling.</summary>
internal sealed class FigureSheet(ConversationTable table)
{
    private readonly List<Measure> _measures = [];

    public ConversationTable Table => table;

    /// <returns>What to ask the results with.</returns>
    public Func<IReadOnlyList<Estimate>, Estimate> Put(Measure measure)
    {
        var place = _measures.Count;
        _measures.Add(measure);
        return estimates => estimates[place];
    }

    public IReadOnlyList<Estimate> Estimates(BootstrapOptions options) =>
        [.. Measured.All(table, _measures, options).Select(measured => measured.Estimate(options))];
}
