using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Common.Answers;

/// <summary>What is wrong with the rules themselves.</summary>
internal static class AnswerRulesCheck
{
    private static readonly DateOnly s_anyDay = new(2000, 1, 1);

    public static IEnumerable<ConfigurationFault> Faults(AnswerRules rules) =>
        ChoiceFaults(rules).Concat(BoundFaults(rules));

    private static IEnumerable<ConfigurationFault> ChoiceFaults(AnswerRules rules)
    {
        var takesChoices = rules.Type is AnswerType.Choice or AnswerType.MultiChoice;
        if (takesChoices && rules.Choices.Count == 0)
        {
            yield return new("/choices", "There is nothing to choose from.", "Add the choices.") { Code = "no_choices" };
        }

        if (!takesChoices && rules.Choices.Count > 0)
        {
            yield return new("/choices", $"A '{AnswerTypes.NameOf(rules.Type)}' has no choices.", "Use the data_type choice or multi_choice.", IsError: false);
        }

        foreach (var (index, same) in Repeated(rules.Choices))
        {
            yield return new($"/choices/{index}", $"{same} occurs twice, so the second is never taken.", "Give each choice a value and a label of its own.")
            {
                Code = "equal_choices",
            };
        }
    }

    /// <summary>Choices whose value or label an earlier one has too, as answers are compared.</summary>
    private static IEnumerable<(int Index, string Same)> Repeated(IReadOnlyList<Choice> choices)
    {
        var values = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var labels = new HashSet<(string Language, string Label)>();
        for (var i = 0; i < choices.Count; i++)
        {
            var isNewValue = values.Add(Compared(choices[i].Value.ToString()));
            var equalLabel = choices[i].Label.ByLanguage
                .Where(label => label.Value.IsLiteral && !labels.Add((label.Key, Compared(label.Value.Source).ToUpperInvariant())))
                .Select(label => label.Value.Source)
                .FirstOrDefault();
            if (!isNewValue)
            {
                yield return (i, $"The value '{choices[i].Value}'");
            }
            else if (equalLabel is not null)
            {
                yield return (i, $"The label '{equalLabel}'");
            }
        }
    }

    private static string Compared(string text) =>
        new FoldedText(text) is { Text.Length: > 0 } folded ? $"{folded.Marked}\n{folded.Pictures}" : text.Trim();

    private static IEnumerable<ConfigurationFault> BoundFaults(AnswerRules rules)
    {
        var min = AnswerReader.Bound(rules.Min, rules.Type, s_anyDay);
        var max = AnswerReader.Bound(rules.Max, rules.Type, s_anyDay);
        if (!rules.Min.IsEmpty && min is null)
        {
            yield return Unreadable("min", rules);
        }

        if (!rules.Max.IsEmpty && max is null)
        {
            yield return Unreadable("max", rules);
        }

        if (min > max)
        {
            yield return new("/max", $"'max' ({rules.Max}) is below 'min' ({rules.Min}), so no answer fits.", "Change one of them.");
        }
    }

    private static ConfigurationFault Unreadable(string name, AnswerRules rules)
    {
        var fix = rules.Type switch
        {
            AnswerType.Date => "Write a date as 2026-12-24, or today.",
            AnswerType.Time => "Write a time as 14:30.",
            _ => "Write a number.",
        };
        return new($"/{name}", $"'{name}' cannot be read for a '{AnswerTypes.NameOf(rules.Type)}'.", fix);
    }
}
