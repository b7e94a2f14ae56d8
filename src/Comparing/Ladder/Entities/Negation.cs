using System.Text.RegularExpressions;
using FlowEngine.Comparing.Ladder.Measures;
using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.Comparing.Ladder.Entities;

/// <summary>
/// Finds where one reply denies what the other says: two sentences of nearly the same words, of which one is negated. A negation in a sentence
/// that has no like on the other side says nothing, so a turn of phrase ("don't hesitate to call") is no contradiction.
/// </summary>
internal static partial class Negation
{
    /// <summary>F1 of the stems of two sentences, negations aside, from which on they are about the same.</summary>
    private const double Alike = 0.6;

    private const int FewestStems = 1;
    private const int MostSentences = 200;

    /// <summary>Words are compared by their first letters: Turkish puts the rest behind.</summary>
    private const int StemLength = 5;

    public static IReadOnlyList<(string Left, string Right)> Contradictions(string left, string right)
    {
        var (ours, theirs) = (Sentences(left), Sentences(right));
        return
        [
            .. ours.Where(our => Closest(our, theirs) is { } their && their.IsNegated != our.IsNegated && ReferenceEquals(Closest(their, ours), our))
                .Select(our => (our.Text, Closest(our, theirs)!.Text)),
        ];
    }

    /// <returns>Sentences that are negated.</returns>
    public static int Count(string text) => Sentences(text).Count(sentence => sentence.IsNegated);

    private static Sentence? Closest(Sentence sentence, IReadOnlyList<Sentence> others)
    {
        var best = others.MaxBy(other => TokenF1.Of(sentence.Stems, other.Stems));
        return best is not null && TokenF1.Of(sentence.Stems, best.Stems) >= Alike ? best : null;
    }

    private static List<Sentence> Sentences(string text) =>
    [
        .. Ends().Split(OutOfStock().Replace(NotContracted().Replace(text, " not"), "not in stock"))
            .Where(sentence => !string.IsNullOrWhiteSpace(sentence))
            .Take(MostSentences)
            .Select(Read)
            .Where(sentence => sentence.Stems.Count >= FewestStems),
    ];

    private static Sentence Read(string text)
    {
        var words = TextFold.Words(text);
        var negations = words.Count(NegativeWords.Is);
        return new Sentence(
            text.Trim(),
            [.. words.Where(word => !NegativeWords.IsPolar(word)).Select(NegativeWords.Positive).Select(word => UnicodeText.Cut(word, StemLength))],
            negations % 2 == 1);
    }

    [GeneratedRegex(@"[.!?;…]+(\s+|$)|\n+|,\s+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Ends();

    [GeneratedRegex(@"n['’]t\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex NotContracted();

    [GeneratedRegex(@"\bout of stock\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex OutOfStock();

    private sealed record Sentence(string Text, IReadOnlyList<string> Stems, bool IsNegated);
}
