namespace FlowEngine.Comparing.Reporting;

/// <summary>What a summary says of itself before its figures.</summary>
internal static class SummaryWords
{
    public static string Sample(Summary summary)
    {
        var counts = $"{FigureText.Count(summary.Turns)} comparisons of {FigureText.Count(summary.Conversations)} conversations";
        return summary.Window is { } window
            ? $"{counts}, {FigureText.Day(window.From)} to {(window.To is null ? "now" : FigureText.Day(window.To))}."
            : $"{counts}, {FigureText.Day(summary.From)} to {FigureText.Day(summary.To)}.";
    }

    /// <summary>What one must know to read the figures; nothing of it is a failure.</summary>
    public static IEnumerable<string> Notes(Summary summary)
    {
        if (summary.Pending > 0)
        {
            yield return $"Pending: {FigureText.Count(summary.Pending)} of them wait to be run and are in no rate.";
        }

        if (summary.NotEntered > 0)
        {
            yield return $"Not counted: the comparisons of {FigureText.Count(summary.NotEntered)} turns, which are asked for but not entered yet.";
        }

        if (summary.ExpiredRules > 0)
        {
            yield return $"{FigureText.Count(summary.ExpiredRules)} comparisons would have been covered by an ignore rule that is expired. Renew or remove it.";
        }

        foreach (var fault in summary.PriceFaults)
        {
            yield return $"Costs: {fault}";
        }
    }
}
