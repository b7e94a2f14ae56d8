namespace FlowEngine.Checking;

/// <summary>An analysis had to stop before it had looked at everything, so that no document costs more than it should.</summary>
internal static class TooLarge
{
    /// <param name="left">What was not looked at, after "not checked:".</param>
    public static Finding Of(string left) => Finding.Warning(
        "too_large_to_analyse",
        null,
        "",
        $"The flow is too large or too intricate to look at all of it; from some place on it was not checked {left}.",
        "Split it into flows that call each other, or check the rest by tests.");
}
