namespace FlowEngine.Checking;

/// <summary>Reports that an analysis used up its budget, so that the cost of a check stays bounded for every document.</summary>
internal static class TooLargeToAnalyse
{
    /// <param name="left">What was not checked, as the rest of a sentence: "whether ...".</param>
    public static Finding Report(string left) => Finding.Warning(
        "too_large_to_analyse",
        null,
        "",
        $"The flow is too large or too intricate to analyse completely: the checker stopped before it had checked {left}.",
        "Split it into flows that call each other, or cover the rest with tests.");
}
