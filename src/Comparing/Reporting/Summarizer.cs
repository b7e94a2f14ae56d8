using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Reporting;

/// <summary>Makes the summary of compared turns. Pure: the same turns in the same order, options and seed give the same summary.</summary>
public static class Summarizer
{
    public static Summary Of(IEnumerable<ComparedTurn> source, BootstrapOptions? options = null)
    {
        var builder = new SummaryBuilder();
        foreach (var turn in source)
        {
            builder.Add(turn);
        }

        return builder.Build(options ?? new());
    }
}
