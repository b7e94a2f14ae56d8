using FlowEngine.Text;

namespace FlowEngine.Integrations.Offline;

internal enum SmallTalkKind
{
    None,
    Greeting,
    HowAreYou,
    WhoAreYou,
    Help,
    Thanks,
    Goodbye,
}

/// <summary>What a message has of small talk, and whether it has anything else.</summary>
/// <param name="Kind">The one that asks for most of an answer, where there are several.</param>
/// <param name="Greets">A greeting is among it.</param>
/// <param name="IsAll">Nothing else is said.</param>
/// <param name="Rest">The folded words that are no small talk.</param>
internal sealed record SmallTalk(SmallTalkKind Kind, bool Greets, bool IsAll, IReadOnlyList<string> Rest)
{
    private static readonly (SmallTalkKind Kind, string[] Words)[] s_phrases =
    [
        .. Phrases(
            SmallTalkKind.Greeting,
            "merhaba", "merhabalar", "selam", "selamlar", "selamün aleyküm", "selamın aleyküm", "sa", "günaydın", "iyi günler",
            "iyi akşamlar", "iyi sabahlar", "tünaydın", "hello", "hi", "hey", "good morning", "good afternoon", "good evening",
            "hi there", "hello there"),
        .. Phrases(
            SmallTalkKind.HowAreYou,
            "nasılsın", "nasılsınız", "naber", "ne haber", "nasıl gidiyor", "iyi misin", "iyi misiniz", "keyifler nasıl",
            "how are you", "how are you doing", "how do you do", "how is it going", "how's it going", "what's up", "whats up"),
        .. Phrases(
            SmallTalkKind.WhoAreYou,
            "kimsin", "kimsiniz", "sen kimsin", "siz kimsiniz", "adın ne", "adınız ne", "adın nedir", "robot musun", "bot musun",
            "insan mısın", "gerçek kişi misin", "who are you", "what are you", "what is your name", "what's your name",
            "are you a bot", "are you a robot", "are you human"),
        .. Phrases(
            SmallTalkKind.Help,
            "yardım", "yardım et", "yardım eder misin", "yardımcı olur musun", "yardımcı olur musunuz", "yardıma ihtiyacım var",
            "ne yapabilirsin", "neler yapabilirsin", "ne yapabiliyorsun", "neler yapabiliyorsun", "ne sorabilirim", "help", "help me",
            "can you help me", "can you help", "what can you do", "what can i ask", "i need help"),
        .. Phrases(
            SmallTalkKind.Thanks,
            "teşekkürler", "teşekkür ederim", "teşekkür ederiz", "çok teşekkürler", "çok teşekkür ederim", "sağ ol", "sağ olun",
            "sağolun", "sağol", "eyvallah", "tşk", "thanks", "thank you", "thank you very much", "thanks a lot", "many thanks", "thx"),
        .. Phrases(
            SmallTalkKind.Goodbye,
            "hoşça kal", "hoşçakal", "hoşça kalın", "hoşçakalın", "görüşürüz", "görüşmek üzere", "güle güle", "kendine iyi bak",
            "iyi geceler", "bye", "goodbye", "good bye", "bye bye", "see you", "see you later", "good night"),
    ];

    private static readonly KeywordMatcher s_fillers = new(
        ["çok", "ok", "tamam", "peki", "evet", "siz", "sen", "size", "sana", "acaba", "lütfen", "bana", "bugün", "ve",
         "very", "much", "so", "today", "please", "okay", "well", "there", "and", "for", "you", "your"]);

    public static SmallTalk In(IReadOnlyList<string> foldedWords)
    {
        var kind = SmallTalkKind.None;
        var greets = false;
        var isAll = true;
        var rest = new List<string>();
        for (var i = 0; i < foldedWords.Count;)
        {
            var (found, length) = Longest(foldedWords, i);
            if (length == 0)
            {
                isAll &= s_fillers.LongestMatch(new FoldedText(foldedWords[i])) > 0;
                rest.Add(foldedWords[i]);
                i++;
                continue;
            }

            greets |= found == SmallTalkKind.Greeting;
            kind = kind is SmallTalkKind.None or SmallTalkKind.Greeting ? found : kind;
            i += length;
        }

        return new(kind, greets, isAll && kind != SmallTalkKind.None, rest);
    }

    private static (SmallTalkKind Kind, int Length) Longest(IReadOnlyList<string> words, int start)
    {
        var longest = (Kind: SmallTalkKind.None, Length: 0);
        foreach (var (kind, phrase) in s_phrases)
        {
            if (phrase.Length > longest.Length && phrase.Length <= words.Count - start
                && phrase.Index().All(part => part.Item == words[start + part.Index]))
            {
                longest = (kind, phrase.Length);
            }
        }

        return longest;
    }

    private static IEnumerable<(SmallTalkKind Kind, string[] Words)> Phrases(SmallTalkKind kind, params string[] phrases) =>
        phrases.Select(phrase => (kind, TextFold.Words(phrase)));
}
