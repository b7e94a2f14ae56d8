using System.Text;
using System.Text.Json;
using FlowEngine.Integrations.Anthropic;
using FlowEngine.Integrations.OpenAi;
using FlowEngine.Integrations.Tests.Resilience;
using FlowEngine.Integrations.Wire;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace FlowEngine.Integrations.Tests.Wire;

/// <summary>An answer is the same wherever the network, or the service's own pieces, cut it.</summary>
public sealed class CutAnywhereTests
{
    private static readonly string[] s_texts = ["All is well.", "Şöyle: 😀👍🏽 — “ç”", "a\nb\t\"c\" \\ d", "€ ½ 漢字 \u200d 🇹🇷"];

    [Fact]
    public void Bytes_CutAtAnyPlaces_GiveTheSameText()
    {
        var answers = OddAnswers.All.Select(odd => (odd.Events, odd.Text, IsOpenAi: true))
            .Concat(OddAnswers.Whole.Select(whole => (whole.Body, "All is well.", true)))
            .Concat(s_texts.Select(text => (Dialect.Of("anthropic").Whole(text), text, false)))
            .ToArray();
        var cuts = Gen.Elements(answers).SelectMany(answer => Gen.Choose(1, 40).ListOf().Select(sizes => (answer, sizes: sizes.ToArray())));

        Prop.ForAll(cuts.ToArbitrary(), sample =>
        {
            var (events, text, isOpenAi) = sample.answer;
            return Read(new CutStream(Encoding.UTF8.GetBytes(events), sample.sizes), isOpenAi) == text;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Text_CutAtAnyPlaces_GivesTheSameText()
    {
        var cuts = Gen.Elements(s_texts).SelectMany(text => Gen.Choose(1, 5).ListOf().SelectMany(sizes => Gen.Elements(true, false)
            .Select(escaped => (text, sizes: sizes.ToArray(), escaped))));

        Prop.ForAll(cuts.ToArbitrary(), sample =>
        {
            var (text, sizes, escaped) = sample;
            var pieces = escaped ? Escaped(text, sizes) : Raw(text, sizes);
            byte[] events = [.. pieces, .. Encoding.UTF8.GetBytes(OddAnswers.Done)];
            return Read(new CutStream(events, [events.Length]), isOpenAi: true) == text;
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>Each UTF-16 unit is an escape, so that a cut may fall within a surrogate pair.</summary>
    private static byte[] Escaped(string text, int[] sizes) =>
    [
        .. Pieces(text.ToCharArray(), sizes).SelectMany(piece =>
            OddAnswers.Piece(Encoding.ASCII.GetBytes(string.Concat(piece.Select(unit => $"\\u{(int)unit:x4}"))))),
    ];

    /// <summary>The text as bytes, so that a cut may fall within a character.</summary>
    private static byte[] Raw(string text, int[] sizes)
    {
        var json = Encoding.UTF8.GetBytes(text.Replace("\\", "/", StringComparison.Ordinal).Replace("\"", "'", StringComparison.Ordinal).ReplaceLineEndings(" "));
        return text.IndexOfAny(['\\', '"', '\n']) >= 0 ? Escaped(text, sizes) : [.. Pieces(json, sizes).SelectMany(piece => OddAnswers.Piece(piece))];
    }

    private static IEnumerable<T[]> Pieces<T>(T[] all, int[] sizes)
    {
        var at = 0;
        for (var i = 0; at < all.Length; i++)
        {
            var size = sizes.Length == 0 ? all.Length : sizes[i % sizes.Length];
            yield return [.. all.Skip(at).Take(size)];
            at += size;
        }
    }

    private static string Read(Stream cut, bool isOpenAi)
    {
        using var regular = new StreamReader(new RegularStream(cut, isOpenAi ? new ChatCompletionTranslator() : new MessageTranslator()));
        var text = new StringBuilder();
        foreach (var line in regular.ReadToEnd().Split('\n').Where(line => line.StartsWith("data: ", StringComparison.Ordinal)))
        {
            using var json = JsonDocument.Parse(line[6..]);
            var delta = isOpenAi ? json.RootElement.GetProperty("choices")[0].GetProperty("delta") : json.RootElement.TryGetProperty("delta", out var found) ? found : default;
            if (delta.ValueKind == JsonValueKind.Object && delta.TryGetProperty(isOpenAi ? "content" : "text", out var piece))
            {
                text.Append(piece.GetString());
            }
        }

        return text.ToString();
    }

    /// <summary>Gives its bytes in pieces of these sizes, again and again.</summary>
    private sealed class CutStream(byte[] bytes, int[] sizes) : MemoryStream(bytes)
    {
        private int _reads;

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, Size())]);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, Size())], cancellationToken);

        private int Size() => sizes.Length == 0 ? 1 : sizes[_reads++ % sizes.Length];
    }
}
