using System.Text.RegularExpressions;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Common.Answers;

/// <summary>What an answer must be.</summary>
internal sealed record AnswerRules(AnswerType Type, Value Min, Value Max, Regex? Pattern, IReadOnlyList<Choice> Choices)
{
    /// <summary>Nothing but a message that is no answer at all, or an endless one, is refused.</summary>
    public bool TakesAnyText => Type == AnswerType.Text && Pattern is null && (Min.Number ?? 0) <= 1 && Max.IsEmpty;

    /// <summary>Of the values that are stored.</summary>
    public ValueTypes Types => Type switch
    {
        AnswerType.Number or AnswerType.Integer => ValueTypes.Number,
        AnswerType.YesNo => ValueTypes.Boolean,
        AnswerType.MultiChoice => ValueTypes.List,
        AnswerType.Choice => Choices.Aggregate(ValueTypes.None, (types, choice) => types | choice.Value.Kind.ToTypes()),
        _ => ValueTypes.Text,
    };

    /// <summary>All values that are stored; null where there is no end of them.</summary>
    public IReadOnlyList<Value>? Values => Type switch
    {
        AnswerType.YesNo => [Value.Of(true), Value.Of(false)],
        AnswerType.Choice => [.. Choices.Select(choice => choice.Value)],
        _ => null,
    };
}

/// <summary>Whose answer it is.</summary>
/// <param name="PhoneRegion">The country of a phone number without a code; null: such a number is refused.</param>
internal sealed record AnswerSetting(TextScope Scope, DateTimeOffset Now, string? PhoneRegion)
{
    public string Language => Scope.Language;

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, Scope.TimeZone).DateTime);
}
