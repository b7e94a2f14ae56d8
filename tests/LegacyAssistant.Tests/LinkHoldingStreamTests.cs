using FlowEngine.Conversations;
using FlowEngine.LegacyAssistant.Tests.Doubles;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace FlowEngine.LegacyAssistant.Tests;

public sealed class LinkHoldingStreamTests
{
    [Fact]
    public async Task Delta_HalfAMarker_IsHeldUntilItCloses()
    {
        var seen = new RecordedStream();
        var stream = new LinkHoldingStream(seen);

        await stream.DeltaAsync("1", "Bak [", CancellationToken.None);
        Assert.Equal("Bak ", seen.Text);
        await stream.DeltaAsync("1", "LINK:shop:product", CancellationToken.None);
        Assert.Equal("Bak ", seen.Text);
        await stream.DeltaAsync("1", ":x] iyi", CancellationToken.None);

        Assert.Equal(["Bak ", "[LINK:shop:product:x] iyi"], seen.Deltas);
    }

    [Fact]
    public async Task Discard_HeldText_IsForgotten()
    {
        var seen = new RecordedStream();
        var stream = new LinkHoldingStream(seen);

        await stream.DeltaAsync("1", "[LINK:", CancellationToken.None);
        await stream.DiscardAsync("1", CancellationToken.None);
        await stream.FlushAsync("1", CancellationToken.None);

        Assert.Empty(seen.Deltas);
        Assert.Equal(["1"], seen.Discarded);
    }

    [Fact]
    public async Task Delta_MarkerThatNeverCloses_IsPassedOnAtLast()
    {
        var seen = new RecordedStream();
        var stream = new LinkHoldingStream(seen);
        var text = "[LINK:" + new string('x', LinkMarker.MaxLength);

        await stream.DeltaAsync("1", text, CancellationToken.None);

        Assert.Equal(text, seen.Text);
    }

    [Fact]
    public void Flush_AnyTextInAnyPieces_PassesAllOfItAndNeverHalfAMarker()
    {
        var pieces = Gen.ListOf(Gen.Elements("a", "[", "[[", "LINK", "[LINK:", "[LI", "NK:", "s:p:x", "]", " ", "[x]", "["));
        Check.QuickThrowOnFailure(Prop.ForAll(pieces.ToArbitrary(), async chunks =>
        {
            var seen = new RecordedStream();
            var stream = new LinkHoldingStream(seen);
            var whole = true;
            foreach (var chunk in chunks)
            {
                await stream.DeltaAsync("1", chunk, CancellationToken.None);
                var open = seen.Text.LastIndexOf(LinkMarker.Opening, StringComparison.Ordinal);
                whole &= open < 0 || seen.Text.IndexOf(']', open) > 0;
            }

            await stream.FlushAsync("1", CancellationToken.None);
            return whole && seen.Text == string.Concat(chunks);
        }));
    }
}
