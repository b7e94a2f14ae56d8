using System.Text.RegularExpressions;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Ignoring;

/// <summary>Holds differences against rules. An expired rule ignores nothing any more; that it would have is told apart.</summary>
internal sealed class IgnoreMatcher
{
    private readonly List<(IgnoreRule Rule, Regex? Value)> _rules;
    private readonly DateTimeOffset _now;
    private readonly SortedSet<long> _used = [];
    private readonly SortedSet<long> _expired = [];

    public IgnoreMatcher(IReadOnlyList<IgnoreRule> rules, DateTimeOffset now)
    {
        // A value that is no usable expression covers nothing: better one mismatch too many.
        _rules =
        [
            .. rules
                .Select(rule => (Rule: rule, Value: rule.Value is null ? null : ValuePattern.Compile(rule.Value)))
                .Where(rule => rule.Rule.Value is null || rule.Value is not null),
        ];
        _now = now;
    }

    /// <summary>Ids of the rules that covered a difference so far, joined by comma; null where none did.</summary>
    public string? Used => Joined(_used);

    public string? Expired => Joined(_expired);

    public bool Covers(Difference difference)
    {
        var isCovered = false;
        foreach (var (rule, value) in _rules)
        {
            if (Fits(rule, value, difference))
            {
                var isExpired = rule.Expires <= _now;
                (isExpired ? _expired : _used).Add(rule.Id);
                isCovered |= !isExpired;
            }
        }

        return isCovered;
    }

    private static bool Fits(IgnoreRule rule, Regex? value, Difference difference) =>
        (rule.Kind is null || rule.Kind == difference.Kind)
        && FieldPattern.IsMatch(rule.Field, difference.Field)
        && (value is null || ValuePattern.IsMatch(value, difference.Control) || ValuePattern.IsMatch(value, difference.Candidate));

    private static string? Joined(SortedSet<long> ids) => ids.Count == 0 ? null : string.Join(',', ids);
}
