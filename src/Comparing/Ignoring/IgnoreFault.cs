namespace FlowEngine.Comparing.Ignoring;

/// <summary>Why rules are refused.</summary>
/// <param name="Code"><c>owner_missing</c>, <c>reason_missing</c>, <c>expired</c>, <c>field_missing</c>, <c>field_unknown</c>, <c>value_bad</c>, <c>overlapping</c>.</param>
/// <param name="Other">The other rule of two that overlap.</param>
public sealed record IgnoreFault(string Code, long Rule, string Message, string Fix, long? Other = null);
