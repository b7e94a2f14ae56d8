namespace FlowEngine.Comparing.Ignoring;

/// <summary>Differences that somebody has looked at and accepts, for a time.</summary>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Field">Path of <see cref="Verdicts.Difference.Field"/>; <c>*</c> stands for any characters: <c>messages[*].links</c>.</param>
/// <param name="Kind">Of the difference; null: any.</param>
/// <param name="Value">A regular expression that one side of the difference must match; null: any.</param>
public sealed record IgnoreRule(
    long Id,
    string Owner,
    string Reason,
    DateTimeOffset Expires,
    string Field,
    string? Kind = null,
    string? Value = null);
