using System.Globalization;
using FlowEngine.Conversations;
using FlowEngine.Text;
using FlowEngine.Text.Contacts;

namespace FlowEngine.Nodes.Common.Answers;

/// <summary>Answers to try on rules: of each type a few, of which most rules take one.</summary>
internal static class AnswerExamples
{
    private static readonly IReadOnlyDictionary<string, Value> s_nothing = new Dictionary<string, Value>();

    public static IReadOnlyList<string> Of(AnswerRules rules) => rules.Type switch
    {
        AnswerType.Number or AnswerType.Integer => Numbers(rules),
        AnswerType.Email => ["ayse@example.com", "a@example.com"],
        AnswerType.Phone => ["+905321234567", "+442079460000"],
        AnswerType.Url => ["https://example.com", "https://example.com/page"],
        AnswerType.Date => [.. new[] { rules.Min.Text, rules.Max.Text }.OfType<string>(), "2030-06-15", "tomorrow", "2020-06-15"],
        AnswerType.Time => [.. new[] { rules.Min.Text, rules.Max.Text }.OfType<string>(), "14:30"],
        AnswerType.Choice => [.. rules.Choices.Select(choice => choice.Value.ToString())],
        AnswerType.MultiChoice =>
        [
            .. rules.Choices.Select(choice => choice.Value.ToString()),
            .. Enumerable.Range(2, Math.Max(0, rules.Choices.Count - 1)).Select(count => string.Join(", ", rules.Choices.Take(count).Select(choice => choice.Value))),
        ],
        AnswerType.YesNo => ["yes", "no"],
        _ => Texts(rules),
    };

    /// <summary>A conversation in which nothing is set.</summary>
    public static AnswerSetting Setting(string language, DateTimeOffset now)
    {
        var variables = new Variables(new(s_nothing), new(s_nothing), new ReadOnlyVariables(Value.Null, Value.Null, Value.Null, Value.Null));
        return new(new TextScope(variables, language, [language], "USD", TimeZoneInfo.Utc), now, PhoneRegion.ForLanguage(language));
    }

    private static List<string> Numbers(AnswerRules rules)
    {
        decimal?[] tried = [rules.Min.Number, rules.Min.Number + 1, rules.Max.Number, rules.Max.Number - 1, 1, 42, 0, 1000];
        return [.. tried.OfType<decimal>().Distinct().Select(number => number.ToString(CultureInfo.InvariantCulture))];
    }

    private static List<string> Texts(AnswerRules rules)
    {
        var least = (int)Math.Clamp(rules.Min.Number ?? 1, 1, AnswerReader.MaxTextLength);
        return ["Ayşe Yılmaz", new string('a', least), "A-1001", "12345", "ABC123", "abc", "34 ABC 123"];
    }
}
