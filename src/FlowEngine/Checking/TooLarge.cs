namespace FlowEngine.Checking;

/// <summary>An analysis had to stop before it had looked at everything, so that no document costs more than it should.</summary>
internal static class TooLarge
{
    /// <param name="left">What was not checked, as a sentence goes on: "whether ...".</param>
    public static Finding Of(string left) => Finding.Warning(
        "too_large_to_analyse",
        null,
        "",
        $"The flow is too large or too intricate to analyse completely: the checker stopped before it had checked {left}.",
        "Split it into flows that call each other, or cover the rest with tests.");
}
