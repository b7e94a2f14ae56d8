using System.Globalization;
using FlowEngine.Text;
using FlowEngine.Text.Contacts;

namespace FlowEngine.Nodes.Common.Answers;

/// <summary>
/// The choice that a text means: by its label or value, its number, the beginning of its label, or its label within the text.
/// The exact text counts before one in another case, that before one that folds to the same with its signs (<c>C#</c> is not <c>C</c>),
/// and words alone only where one choice has them.
/// </summary>
internal static class ChoiceAnswer
{
    public static Choice? Read(string text, IReadOnlyList<Choice> choices, TextScope scope)
    {
        var labels = choices.Select(choice => new Label(choice, choice.Label.Render(scope))).ToList();
        var folded = new FoldedText(text.Trim());
        return Whole(text, labels)
            ?? ByNumber(folded, choices)
            ?? ByText(folded, labels);
    }

    /// <summary>By the whole of a label or value. A picture beside the words may be a choice of its own, so with one the text must be as it is written.</summary>
    public static Choice? Whole(string text, IReadOnlyList<Choice> choices, TextScope scope)
    {
        List<Label> labels = [.. choices.Select(choice => new Label(choice, choice.Label.Render(scope)))];
        return new FoldedText(text).Pictures.Length > 0 ? Written(text.Trim(), labels) : Whole(text, labels);
    }

    private static Choice? Written(string trimmed, List<Label> labels) =>
        First(labels, candidate => candidate.Source.Trim() == trimmed)
            ?? First(labels, candidate => string.Equals(candidate.Source.Trim(), trimmed, StringComparison.OrdinalIgnoreCase));

    private static Choice? Whole(string text, List<Label> labels)
    {
        var trimmed = text.Trim();
        var folded = new FoldedText(trimmed);
        return Written(trimmed, labels)
            ?? (folded.Text.Length > 0 ? First(labels, candidate => candidate.IsSame(folded)) ?? ByWords(folded, labels) : null);
    }

    private static Choice? First(List<Label> labels, Func<FoldedText, bool> isIt) =>
        labels.Find(label => isIt(label.Shown) || isIt(label.Value))?.Choice;

    /// <summary>The same words, whatever their signs.</summary>
    private static Choice? ByWords(FoldedText folded, List<Label> labels) =>
        folded.Marked != folded.Text ? null : Only(labels.Where(label => label.Shown.Text == folded.Text || label.Value.Text == folded.Text));

    private static Choice? ByNumber(FoldedText folded, IReadOnlyList<Choice> choices)
    {
        var text = folded.Marked.StartsWith("# ", StringComparison.Ordinal) ? folded.Marked[2..] : folded.Marked;
        return int.TryParse(TypedText.Plain(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= choices.Count
            ? choices[number - 1]
            : null;
    }

    private static Choice? ByText(FoldedText folded, List<Label> labels) =>
        folded.Text.Length == 0 ? null
        : Only(labels.Where(label => label.Shown.Marked.StartsWith(folded.Marked, StringComparison.Ordinal)))
            ?? Only(labels.Where(label => label.Shown.Text.StartsWith(folded.Text, StringComparison.Ordinal) && folded.Marked == folded.Text))
            ?? Largest([.. labels.Where(label => IsWithin(folded.Marked, label.Shown.Marked))]);

    /// <summary>The one of several labels in a text that all the others are part of: of "C" and "C#" in "C# please" it is the second.</summary>
    private static Choice? Largest(List<Label> found) =>
        found.Find(label => found.TrueForAll(other => IsWithin(label.Shown.Marked, other.Shown.Marked)))?.Choice;

    private static bool IsWithin(string text, string words) =>
        words.Length > 0 && $" {text} ".Contains($" {words} ", StringComparison.Ordinal);

    private static Choice? Only(IEnumerable<Label> found) =>
        found.Take(2).ToList() is [var only] ? only.Choice : null;

    private sealed class Label(Choice choice, string shown)
    {
        public Choice Choice => choice;

        public FoldedText Shown { get; } = new(shown);

        public FoldedText Value { get; } = new(choice.Value.ToString());
    }
}
