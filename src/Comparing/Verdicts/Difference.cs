namespace FlowEngine.Comparing.Verdicts;

/// <param name="Field">Where: <c>messages[0].links</c>, <c>captured.email</c>, <c>entities.amounts</c>.</param>
/// <param name="Kind">What kind: <c>missing</c>, <c>extra</c>, <c>changed</c>, <c>wording</c>, <c>contradiction</c>.</param>
/// <param name="Control">As the control had it, masked and shortened; null where it had none.</param>
/// <param name="OnlyIn">The engine that alone can have such a thing; null for a difference proper.</param>
public sealed record Difference(string Field, string Kind, Severity Severity, string? Control, string? Candidate, string? OnlyIn = null);
