using FlowEngine.Comparing.Reporting;
using FlowEngine.Comparing.Tests.Statistics;

namespace FlowEngine.Comparing.Tests.Reporting;

[Collection(AloneInTheProcess.Name)]
public sealed class SummaryBuilderTests
{
    [Fact]
    public void Add_OfManyTurnsOfFewConversations_HoldsNoMore()
    {
        var some = new NoisyTraffic(50) { FloorShare = 0, Defects = 0.1 }.Draw(2);
        var builder = new SummaryBuilder();
        var before = 0L;
        for (var round = 0; round < 2_000; round++)
        {
            if (round == 20)
            {
                before = GC.GetTotalMemory(forceFullCollection: true);
            }

            foreach (var turn in some)
            {
                builder.Add(turn with { Id = $"{turn.Id}-{round}", Conversation = new string(turn.Conversation.AsSpan()) });
            }
        }

        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;

        var summary = builder.Build(new(400));
        Assert.Equal(2_000 * some.Count, summary.Turns);
        Assert.Equal(50, summary.Conversations);
        Assert.InRange(grown, long.MinValue, 4_000_000);
    }
}
