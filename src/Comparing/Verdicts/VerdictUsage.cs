namespace FlowEngine.Comparing.Verdicts;

/// <summary>What the models that a verdict asked used; it is no figure of either engine.</summary>
/// <param name="Cost">Of the calls whose price is known; null where there is none.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record VerdictUsage(int Tokens, decimal? Cost, string? Currency);
