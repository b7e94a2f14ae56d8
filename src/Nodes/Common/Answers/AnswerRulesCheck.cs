using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

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
            yield return new("/choices", "There is nothing to choose from.", "Add the choices.");
        }

        if (!takesChoices && rules.Choices.Count > 0)
        {
            yield return new("/choices", $"A '{AnswerTypes.NameOf(rules.Type)}' has no choices.", "Use the data_type choice or multi_choice.", IsError: false);
        }

        var seen = new HashSet<Value>();
        for (var i = 0; i < rules.Choices.Count; i++)
        {
            if (!seen.Add(rules.Choices[i].Value))
            {
                yield return new($"/choices/{i}", $"The value '{rules.Choices[i].Value}' is there twice.", "Give each choice a value of its own.");
            }
        }
    }

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
