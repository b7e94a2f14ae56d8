using FlowEngine.Conversations;

namespace FlowEngine.Comparing.Ignoring;

/// <summary>Checks ignore rules before they are stored.</summary>
public static class IgnoreRules
{
    /// <summary>Every field that a difference can have.</summary>
    private static readonly string[] s_fields =
    [
        "failure", "structure.waiting", "structure.messages", "structure.path", "messages[*].quick_replies", "messages[*].image", "messages.text",
        "captured.*", "effects.*", "handoff", "entities.amounts", "entities.dates", "entities.products", "entities.prices", "entities.links",
        "entities.emails", "entities.phones", "entities.negation",
    ];

    /// <returns>Nothing where all of them may be used together.</returns>
    public static IReadOnlyList<IgnoreFault> Check(IReadOnlyList<IgnoreRule> rules, DateTimeOffset now) =>
        [.. rules.SelectMany(rule => Faults(rule, now)), .. Overlaps(rules)];

    private static IEnumerable<IgnoreFault> Faults(IgnoreRule rule, DateTimeOffset now)
    {
        if (UnicodeText.IsBlank(rule.Owner))
        {
            yield return new("owner_missing", rule.Id, $"Rule {rule.Id} has no owner.", "Name who answers for it.");
        }

        if (UnicodeText.IsBlank(rule.Reason))
        {
            yield return new("reason_missing", rule.Id, $"Rule {rule.Id} has no reason.", "Say why the difference is accepted.");
        }

        if (rule.Expires <= now)
        {
            yield return new("expired", rule.Id, $"Rule {rule.Id} expired at {rule.Expires:u}.", "Look at the difference again, then renew or remove the rule.");
        }

        if (UnicodeText.IsBlank(rule.Field))
        {
            yield return new("field_missing", rule.Id, $"Rule {rule.Id} names no field.", $"Name one, for example '{s_fields[6]}'.");
        }
        else if (!s_fields.Any(field => FieldPattern.Overlap(field, rule.Field)))
        {
            yield return new("field_unknown", rule.Id, $"No difference has the field '{rule.Field}'.", $"Use one of {string.Join(", ", s_fields)}.");
        }

        if (rule.Value is { } value && ValuePattern.Fault(value) is { } fault)
        {
            yield return new("value_bad", rule.Id, $"The value of rule {rule.Id} {fault}.", "Use a short regular expression without look-around and back-references.");
        }
    }

    /// <summary>Two rules' values are never known to be apart: one may fit the control's side, the other the candidate's.</summary>
    private static IEnumerable<IgnoreFault> Overlaps(IReadOnlyList<IgnoreRule> rules)
    {
        for (var i = 0; i < rules.Count; i++)
        {
            for (var j = i + 1; j < rules.Count; j++)
            {
                var (first, second) = (rules[i], rules[j]);
                if ((first.Kind is null || second.Kind is null || first.Kind == second.Kind) && FieldPattern.Overlap(first.Field, second.Field))
                {
                    yield return new(
                        "overlapping",
                        second.Id,
                        $"Rules {first.Id} ('{first.Field}') and {second.Id} ('{second.Field}') can cover the same difference: nobody could say whose it is.",
                        "Narrow the field or the kind of one of them, or make them one rule.",
                        first.Id);
                }
            }
        }
    }
}
