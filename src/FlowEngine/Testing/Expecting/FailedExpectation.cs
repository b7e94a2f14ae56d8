namespace FlowEngine.Testing.Expecting;

/// <summary>An expectation that does not hold.</summary>
/// <param name="Turn">From 1.</param>
/// <param name="Pointer">JSON pointer into the script.</param>
/// <param name="What">What was looked at, such as <c>text</c> or <c>conversation.email</c>.</param>
public sealed record FailedExpectation(int Turn, string Pointer, string What, string Expected, string Actual);
