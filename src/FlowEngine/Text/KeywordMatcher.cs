using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowEngine.Text;

/// <summary>
/// Keywords and phrases, found as whole words of a folded text and never inside a word.
/// A trailing <c>*</c> permits suffixes of the keyword's last word: <c>fiyat*</c> finds "fiyatlar". A keyword with signs that change what it
/// says (<c>C#</c>, <c>A Rh+</c>) finds only texts with the same signs.
/// In JSON: a list, one text with commas, or either of them by language. A comma between digits (<c>1,5 ton</c>) is part of a number.
/// </summary>
[JsonConverter(typeof(Converter))]
public sealed class KeywordMatcher
{
    private readonly Dictionary<string, List<KeywordPhrase>> _byFirstWord = new(StringComparer.Ordinal);
    private readonly List<KeywordPhrase> _marked = [];
    private readonly HashSet<string> _stems = new(StringComparer.Ordinal);
    private readonly int[] _stemLengths;

    public KeywordMatcher(IEnumerable<string> keywords)
    {
        Keywords = [.. keywords];
        foreach (var keyword in Keywords)
        {
            var isStem = keyword.AsSpan().TrimEnd().EndsWith('*');
            var folded = new FoldedText(isStem ? keyword.TrimEnd().TrimEnd('*') : keyword);
            if (folded.Words.Count > 0 && folded.Marked != folded.Text)
            {
                _marked.Add(new KeywordPhrase([.. folded.MarkedWords], isStem));
            }
            else if (folded.Words.Count > 0)
            {
                Add(new KeywordPhrase([.. folded.Words], isStem));
            }
        }

        _stemLengths = [.. _stems.Select(stem => stem.Length).Distinct().Order()];
        foreach (var phrases in _byFirstWord.Values)
        {
            phrases.Sort((left, right) => right.Words.Length.CompareTo(left.Words.Length));
        }
    }

    /// <summary>The keywords as they were written.</summary>
    public IReadOnlyList<string> Keywords { get; }

    /// <summary>True if no keyword has a letter or digit, so that nothing can match.</summary>
    public bool IsEmpty => _byFirstWord.Count == 0 && _stems.Count == 0 && _marked.Count == 0;

    public static bool TryParse(
        JsonElement json, [NotNullWhen(true)] out KeywordMatcher? matcher, [NotNullWhen(false)] out string? error)
    {
        var keywords = KeywordJson.Read(json);
        matcher = keywords is null ? null : new KeywordMatcher(keywords);
        error = matcher is null ? "must be a list of keywords, or lists by language such as { \"tr\": [...], \"en\": [...] }"
            : matcher.IsEmpty ? "needs at least one keyword with a letter or digit"
            : null;
        return error is null;
    }

    /// <summary>The number of words of the most specific keyword in the text; 0 if there is none.</summary>
    public int LongestMatch(FoldedText text)
    {
        var longest = 0;
        for (var i = 0; i < text.Words.Count; i++)
        {
            if (longest == 0 && HasStemOf(text.Words[i]))
            {
                longest = 1;
            }

            if (_byFirstWord.TryGetValue(text.Words[i], out var phrases))
            {
                longest = Math.Max(longest, LongestAt(text.Words, i, phrases, longest));
            }
        }

        return _marked.Count == 0 ? longest : Math.Max(longest, LongestMarked(text.MarkedWords));
    }

    private int LongestMarked(IReadOnlyList<string> words)
    {
        var longest = 0;
        foreach (var phrase in _marked)
        {
            for (var i = 0; i < words.Count && phrase.Words.Length > longest; i++)
            {
                longest = phrase.IsAt(words, i) ? phrase.Words.Length : longest;
            }
        }

        return longest;
    }

    /// <summary>True if every text in which the other finds a keyword has one of these too; of keywords with signs only where they are the same.</summary>
    public bool Includes(KeywordMatcher other) =>
        other._marked.TrueForAll(phrase => _marked.Exists(own =>
            own.IsStem == phrase.IsStem && own.Words.AsSpan().SequenceEqual(phrase.Words)))
        && other._stems.All(stem => Finds([EndlessWord(stem)]))
        && other._byFirstWord.Values.SelectMany(phrases => phrases).All(phrase => Finds(
            phrase.IsStem ? [.. phrase.Words[..^1], EndlessWord(phrase.Words[^1])] : phrase.Words));

    /// <summary>A word that begins so and goes on with what no keyword has, so that only stems find it.</summary>
    private static string EndlessWord(string stem) => stem + '\0';

    private bool Finds(string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (HasStemOf(words[i]) || (_byFirstWord.TryGetValue(words[i], out var phrases) && phrases.Exists(phrase => phrase.IsAt(words, i))))
            {
                return true;
            }
        }

        return false;
    }

    private static int LongestAt(IReadOnlyList<string> words, int start, List<KeywordPhrase> phrases, int longest)
    {
        foreach (var phrase in phrases)
        {
            if (phrase.Words.Length <= longest)
            {
                break;
            }

            if (phrase.IsAt(words, start))
            {
                return phrase.Words.Length;
            }
        }

        return 0;
    }

    private bool HasStemOf(string word)
    {
        var stems = _stems.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var length in _stemLengths)
        {
            if (length > word.Length)
            {
                break;
            }

            if (stems.Contains(word.AsSpan(0, length)))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(KeywordPhrase phrase)
    {
        if (phrase is { Words.Length: 1, IsStem: true })
        {
            _stems.Add(phrase.Words[0]);
            return;
        }

        if (!_byFirstWord.TryGetValue(phrase.Words[0], out var phrases))
        {
            _byFirstWord.Add(phrase.Words[0], phrases = []);
        }

        phrases.Add(phrase);
    }

    /// <summary>Reads a list of keywords, or lists by language, of which all count; writes one list.</summary>
    public sealed class Converter : JsonConverter<KeywordMatcher>
    {
        public override KeywordMatcher Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return TryParse(document.RootElement, out var matcher, out var error) ? matcher : throw new JsonException(error);
        }

        public override void Write(Utf8JsonWriter writer, KeywordMatcher value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var keyword in value.Keywords)
            {
                writer.WriteStringValue(keyword);
            }

            writer.WriteEndArray();
        }
    }
}
