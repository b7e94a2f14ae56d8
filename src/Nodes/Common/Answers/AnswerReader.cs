using System.Globalization;
using FlowEngine.Conversations;
using FlowEngine.Text;
using FlowEngine.Text.Contacts;

namespace FlowEngine.Nodes.Common.Answers;

/// <summary>Reads an answer as its type and holds it against the rules.</summary>
internal static class AnswerReader
{
    /// <summary>Of a text without <c>max</c>; what is longer does not belong into a variable.</summary>
    public const int MaxTextLength = 4000;

    public static AnswerReading Read(string answer, AnswerRules rules, AnswerSetting setting)
    {
        var text = UnicodeText.Trim(answer);
        if (UnicodeText.IsBlank(text))
        {
            return AnswerReading.Refuse(AnswerFault.Missing);
        }

        if (text.Length > MaxTextLength)
        {
            return AnswerReading.Refuse(AnswerFault.TooLarge);
        }

        var value = ValueOf(IsReadAsTyped(rules.Type) ? text : TypedText.Plain(text), rules, setting);
        if (value.Kind == ValueKind.Null)
        {
            return AnswerReading.Refuse(AnswerFault.Unreadable);
        }

        var fault = FaultOf(value, rules, setting);
        if (fault == AnswerFault.None && rules.Pattern is { } pattern && !SafePattern.IsMatch(pattern, text) && !SafePattern.IsMatch(pattern, value.ToString()))
        {
            fault = AnswerFault.WrongPattern;
        }

        return fault == AnswerFault.None ? AnswerReading.Accept(value) : AnswerReading.Refuse(fault);
    }

    /// <summary>A bound as it is compared: a number, a day's or a minute's number; null where there is none.</summary>
    public static decimal? Bound(Value bound, AnswerType type, DateOnly today) => type switch
    {
        AnswerType.Date => bound.Text is { } date ? DateAnswer.Read(date, "en", today)?.DayNumber : null,
        AnswerType.Time => bound.Text is { } time ? MinuteOf(TimeAnswer.Read(time)) : null,
        _ => bound.Number,
    };

    /// <summary>A text is kept as it was typed; a choice is compared with its label, which may be an emoji that invisible characters join.</summary>
    private static bool IsReadAsTyped(AnswerType type) => type is AnswerType.Text or AnswerType.Choice or AnswerType.MultiChoice;

    private static Value ValueOf(string text, AnswerRules rules, AnswerSetting setting) => rules.Type switch
    {
        AnswerType.Text => Value.Of(text),
        AnswerType.Number => Of(NumberAnswer.Read(text, setting.Language)),
        AnswerType.Integer => NumberAnswer.Read(text, setting.Language) is { } number && decimal.Truncate(number) == number
            ? Value.Of(decimal.Truncate(number))
            : Value.Null,
        AnswerType.Email => Value.Of(EmailAddress.Read(text)),
        AnswerType.Phone => Value.Of(TelephoneNumber.Read(text, setting.PhoneRegion)),
        AnswerType.Url => Value.Of(WebAddress.Read(text)),
        AnswerType.Date => Value.Of(DateAnswer.Read(text, setting.Language, setting.Today)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        AnswerType.Time => Value.Of(TimeAnswer.Read(text)?.ToString("HH:mm", CultureInfo.InvariantCulture)),
        AnswerType.Choice => ChoiceAnswer.Read(text, rules.Choices, setting.Scope) is { } choice ? choice.Value : Value.Null,
        AnswerType.MultiChoice => MultiChoiceAnswer.Read(text, rules.Choices, setting.Scope) is { Count: > 0 } chosen
            ? Value.Of([.. chosen.Select(choice => choice.Value)])
            : Value.Null,
        _ => YesNoAnswer.Read(text) is { } yes ? Value.Of(yes) : Value.Null,
    };

    private static AnswerFault FaultOf(Value value, AnswerRules rules, AnswerSetting setting)
    {
        var measure = rules.Type switch
        {
            AnswerType.Number or AnswerType.Integer => value.Number,
            AnswerType.Date or AnswerType.Time => Bound(value, rules.Type, setting.Today),
            AnswerType.MultiChoice => value.Items.Count,
            AnswerType.Choice or AnswerType.YesNo => null,
            _ => value.Text is { } given ? UnicodeText.Length(given) : null,
        };
        return measure < Bound(rules.Min, rules.Type, setting.Today) ? AnswerFault.TooSmall
            : measure > Bound(rules.Max, rules.Type, setting.Today) ? AnswerFault.TooLarge
            : AnswerFault.None;
    }

    private static Value Of(decimal? number) => number is { } given ? Value.Of(given) : Value.Null;

    private static decimal? MinuteOf(TimeOnly? time) => time is { } given ? given.Hour * 60 + given.Minute : null;
}
