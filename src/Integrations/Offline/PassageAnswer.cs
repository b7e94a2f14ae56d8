using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.Integrations.Offline;

/// <summary>Answers in the words of the passage that has most of the question's words.</summary>
internal static class PassageAnswer
{
    private const int MostSentences = 3;

    private const double WordWeight = 0.1;

    /// <summary>Words of the question in the best passage; those in its title count twice.</summary>
    public static int Strength(IReadOnlyList<Passage> passages, Question question) =>
        passages.Count == 0 ? 0 : passages.Max(passage => Overlap(passage, question) + InTitle(passage, question));

    /// <summary>One word of several is too little, unless it is in the title.</summary>
    public static bool Fits(IReadOnlyList<Passage> passages, Question question) => passages.Any(passage =>
        Overlap(passage, question) is var words && (words + InTitle(passage, question) > 1 || words * 2 > question.Words.Count));

    public static IEnumerable<string> Lines(ModelContext context, Question question, Wording wording)
    {
        var best = context.Passages.MaxBy(passage =>
            passage.Score + (WordWeight * (Overlap(passage, question) + (4 * InTitle(passage, question)) + TitleShare(passage, question))))!;
        yield return string.Join(' ', Chosen(PlainText.Sentences(best.Content), best, question));
        yield return best.Url is { Length: > 0 } url
            ? $"{wording.Source}: {PlainText.Of(best.Title)} – {url}"
            : $"{wording.Source}: {PlainText.Of(best.Title)}";
    }

    /// <summary>A question of which no sentence says more than the title is answered by the beginning.</summary>
    private static IEnumerable<string> Chosen(IReadOnlyList<string> sentences, Passage passage, Question question)
    {
        IReadOnlyList<string> beyond = [.. question.Words.Where(word => WordOverlap.Count([word], passage.Title) == 0)];
        if (InTitle(passage, question) > 0 && sentences.All(sentence => WordOverlap.Count(beyond, sentence) == 0))
        {
            return sentences.Take(MostSentences);
        }

        var chosen = sentences
            .Index()
            .Select(sentence => (sentence.Index, sentence.Item, Words: WordOverlap.Count(question.Words, sentence.Item)))
            .Where(sentence => sentence.Words > 0)
            .OrderByDescending(sentence => sentence.Words)
            .ThenBy(sentence => sentence.Index)
            .Take(MostSentences)
            .OrderBy(sentence => sentence.Index)
            .Select(sentence => sentence.Item)
            .ToList();
        return chosen.Count > 0 ? chosen : sentences.Take(2);
    }

    private static int InTitle(Passage passage, Question question) => WordOverlap.Count(question.Words, passage.Title);

    /// <summary>Of the title's words, how many the question has: the shorter title is the nearer one.</summary>
    private static double TitleShare(Passage passage, Question question) =>
        InTitle(passage, question) / (double)Math.Max(1, TextFold.Words(passage.Title).Length);

    private static int Overlap(Passage passage, Question question) =>
        WordOverlap.Count(question.Words, $"{passage.Title} {passage.Content}");
}
