using System.Globalization;
using System.Text;
using System.Text.Json;
using FlowEngine.Conversations;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace FlowEngine.Tests.Conversations;

public sealed class UnicodeTextTests
{
    private static readonly string[] s_pieces =
        ["a", "ş", "😀", "👨‍👩‍👧", "e\u0301", "\uD83D", "\uDE00", "\\", "\"", "\\ud83d", "\\uDE00", "\\n", "\\\\", "u", "\u200B", "🇹🇷"];

    [Fact]
    public void Cut_AnyText_IsAStartWithoutHalfAPair() => ForAny(text =>
    {
        var whole = UnicodeText.WellFormed(text);
        return Enumerable.Range(0, whole.Length + 2).All(length =>
        {
            var cut = UnicodeText.Cut(whole, length);
            return cut.Length <= length && cut.Length >= Math.Min(whole.Length, length) - 1
                && whole.StartsWith(cut, StringComparison.Ordinal) && UnicodeText.WellFormed(cut) == cut;
        });
    });

    [Fact]
    public void WellFormed_AnyText_IsWhatADatabaseGivesBack() => ForAny(text =>
    {
        var mended = UnicodeText.WellFormed(text);
        return mended.Length == text.Length
            && Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(mended)) == mended
            && UnicodeText.Length(mended) == mended.EnumerateRunes().Count();
    });

    [Fact]
    public void Joiner_AnyTextInAnyPieces_GivesTheWholeText() => ForAny(text =>
    {
        for (var at = 0; at <= text.Length; at++)
        {
            var joiner = new SurrogateJoiner();
            if (joiner.Add(text[..at]) + joiner.Add(text[at..]) + joiner.Flush() != UnicodeText.WellFormed(text))
            {
                return false;
            }
        }

        return true;
    });

    [Fact]
    public void JsonInput_OfAnyText_CanBeReadAndKeepsItsPlaces() => ForAny(text =>
    {
        var json = $"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        var mended = JsonInput.WellFormed(json);
        if (mended.Length != json.Length)
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(mended);
            var read = document.RootElement.GetString()!;
            var bytes = JsonInput.WellFormed(Encoding.UTF8.GetBytes(mended));
            return UnicodeText.WellFormed(read) == read && Encoding.UTF8.GetString(bytes.Span) == mended;
        }
        catch (JsonException)
        {
            return true;
        }
    });

    [Theory]
    [InlineData("\"\\ud83d\\ude00\"", "😀")]
    [InlineData("\"\\ud83d\"", "\uFFFD")]
    [InlineData("\"\\ude00\\ud83d\"", "\uFFFD\uFFFD")]
    [InlineData("\"\\ud83d\\n\\ude00\"", "\uFFFD\n\uFFFD")]
    [InlineData("\"\\ud83d \\ude00\"", "\uFFFD \uFFFD")]
    [InlineData("\"\\\\ud83d\"", "\\ud83d")]
    [InlineData("\"\\ud83d\\ud83d\\ude00\"", "\uFFFD😀")]
    [InlineData("\uFEFF\"a\"", "a")]
    public void JsonInput_Halves_AreReplaced(string json, string expected)
    {
        using var document = JsonDocument.Parse(JsonInput.WellFormed(json));
        Assert.Equal(expected, document.RootElement.GetString());
        using var bytes = JsonDocument.Parse(JsonInput.WellFormed(Encoding.UTF8.GetBytes(json)));
        Assert.Equal(expected, bytes.RootElement.GetString());
    }

    [Fact]
    public void JsonInput_HalfEncodedByItself_IsReplaced()
    {
        byte[] json = [(byte)'"', 0xED, 0xA0, 0xBD, (byte)'"'];

        using var document = JsonDocument.Parse(JsonInput.WellFormed(json));

        Assert.Equal("\uFFFD", document.RootElement.GetString());
    }

    [Fact]
    public void FromJson_Halves_AreReplacedInTextsAndNames()
    {
        using var document = JsonDocument.Parse("""{ "a\ud800": ["b\udc00"] }""");

        Assert.Equal("""{"a\uFFFD":["b\uFFFD"]}""".Replace("\\uFFFD", "\uFFFD", StringComparison.Ordinal), Value.FromJson(document.RootElement).ToJson());
    }

    [Theory]
    [InlineData("👨‍👩‍👧👨‍👩‍👧", 5, "👨‍👩‍👧")]
    [InlineData("👨‍👩‍👧", 4, "👨\u200D👩\u200D")]
    [InlineData("ae\u0301", 2, "a")]
    [InlineData("🇹🇷🇹🇷", 3, "🇹🇷")]
    [InlineData("😀😀😀", 2, "😀😀")]
    [InlineData("abc", 3, "abc")]
    [InlineData("", 3, "")]
    public void Title_OfClusters_KeepsThemWhole(string text, int characters, string expected) =>
        Assert.Equal(expected, UnicodeText.Title(text, characters));

    [Theory]
    [InlineData("ağ😀+<>'&\"\\", "\"ağ😀+<>'&\\\"\\\\\"")]
    [InlineData("\\ud83d", "\"\\\\ud83d\"")]
    public void ToJson_OfLettersAndPictures_IsReadable(string text, string expected) => Assert.Equal(expected, Value.Of(text).ToJson());

    [Theory]
    [InlineData("1500.0", "1500")]
    [InlineData("1.50", "1.5")]
    [InlineData("-0.0", "0")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("7922816251426433759354395033.5", "7922816251426433759354395033.5")]
    public void Of_Number_IsItsValue(string number, string shown) =>
        Assert.Equal(shown, Value.Of(decimal.Parse(number, CultureInfo.InvariantCulture)).ToString());

    private static void ForAny(Func<string, bool> holds) =>
        Prop.ForAll(Gen.Elements(s_pieces).ListOf().Select(string.Concat).ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
}
