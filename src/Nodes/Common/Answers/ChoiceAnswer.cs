using System.Globalization;
using FlowEngine.Text;
using FlowEngine.Text.Contacts;

namespace FlowEngine.Nodes.Common.Answers;

/// <summary>The choice that a text means: by its label or value, its number, the beginning of its label, or its label within the text.</summary>
internal static class ChoiceAnswer
{
    public static Choice? Read(string text, IReadOnlyList<Choice> choices, TextScope scope)
    {
        var trimmed = text.Trim();
        var folded = TextFold.Fold(trimmed);
        return choices.FirstOrDefault(choice => IsSame(choice.Label.Render(scope), trimmed, folded) || IsSame(choice.Value.ToString(), trimmed, folded))
            ?? ByNumber(TypedText.Plain(folded), choices)
            ?? ByText(folded, choices, scope);
    }

    private static bool IsSame(string candidate, string text, string folded) =>
        string.Equals(candidate.Trim(), text, StringComparison.OrdinalIgnoreCase) || (folded.Length > 0 && TextFold.Fold(candidate) == folded);

    private static Choice? ByNumber(string folded, IReadOnlyList<Choice> choices) =>
        int.TryParse(folded, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= choices.Count
            ? choices[number - 1]
            : null;

    private static Choice? ByText(string folded, IReadOnlyList<Choice> choices, TextScope scope)
    {
        if (folded.Length == 0)
        {
            return null;
        }

        List<(Choice Choice, string Label)> labels = [.. choices.Select(choice => (choice, TextFold.Fold(choice.Label.Render(scope))))];
        return Only(labels.Where(item => item.Label.StartsWith(folded, StringComparison.Ordinal)))
            ?? Only(labels.Where(item => item.Label.Length > 0 && $" {folded} ".Contains($" {item.Label} ", StringComparison.Ordinal)));
    }

    private static Choice? Only(IEnumerable<(Choice Choice, string Label)> found) =>
        found.Take(2).ToList() is [var only] ? only.Choice : null;
}
