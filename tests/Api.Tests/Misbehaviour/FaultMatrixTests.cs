using FlowEngine.Api.Tests.Chat.Harness;
using FlowEngine.Faults;

namespace FlowEngine.Api.Tests.Misbehaviour;

/// <summary>Every fault, of a model on either wire and of an endpoint, in JSON and as a stream, with an error port and without, and in V1.</summary>
public sealed class FaultMatrixTests(FaultMatrix matrix) : IClassFixture<FaultMatrix>
{
    /// <summary>What the misbehaving service writes that nobody may see.</summary>
    private static readonly string[] s_innards = ["line 42", "slow down", "It works", "Another", "smtp", "xxxx", "127.0.0.1"];

    public static TheoryData<string, string, string, string> Cases(bool fails)
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var test in Expected.Cases().Where(test => Expected.FailureOf(test) is not null == fails))
        {
            data.Add(test.Fault, test.WireName, test.Streamed ? "sse" : "json", test.Way);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases), true)]
    public async Task Turn_OtherSideMisbehaves_FailsByNameAndTheNextIsAnswered(string fault, string wire, string transport, string way)
    {
        var test = new FaultCase(fault, wire, transport == "sse", way);
        var code = Expected.FailureOf(test)!;

        var turn = await matrix.TurnOf(test);

        AssertEvents(turn, test);
        Assert.Equal("done", turn.Stored.Status);
        Assert.Contains($"\"{code}\"", turn.Stored.Trace, StringComparison.Ordinal);
        Assert.DoesNotContain(s_innards, text => (turn.Reply.Json.ToString() + turn.Stored.Trace).Contains(text, StringComparison.Ordinal));
        if (way == FaultyFlows.Guarded)
        {
            Assert.Equal((null, null, "waiting"), (turn.Reply.Failure, turn.Stored.Failure, turn.Reply.Status));
            Assert.Equal([FaultyFlows.Before, FaultyFlows.Sorry, FaultyFlows.Question], turn.Reply.Messages.Select(Reply.Content));
        }
        else
        {
            Assert.Equal((code, code), (turn.Reply.Failure, turn.Stored.Failure));
            Assert.Equal(["fallback"], turn.Reply.Kinds);
            Assert.Equal((turn.StateBefore, true), (turn.StateAfter, turn.Stored.KeepsState));
            Assert.Equal(way == FaultCase.V1 ? "open" : "waiting", turn.Reply.Status);
        }

        AssertStored(turn, test);
        AssertEffects(turn, test, "failed");
        AssertNext(turn, test);
    }

    [Theory]
    [MemberData(nameof(Cases), false)]
    public async Task Turn_OtherSideMisbehavesALittle_IsAnswered(string fault, string wire, string transport, string way)
    {
        var test = new FaultCase(fault, wire, transport == "sse", way);

        var turn = await matrix.TurnOf(test);

        AssertEvents(turn, test);
        Assert.Equal((null, null), (turn.Reply.Failure, turn.Stored.Failure));
        var said = test.Wire.Streams ? Fault.Text : test.Fault is "empty_answer" or "no_event" ? "Ticket " : $"Ticket {Fault.Text}";
        Assert.Contains(said, turn.Reply.Messages.Select(Reply.Content));
        Assert.DoesNotContain("Another", turn.Reply.Json.ToString(), StringComparison.Ordinal);
        AssertStored(turn, test);
        AssertEffects(turn, test, "done");
    }

    [Fact]
    public async Task AllTurns_LeaveNoClaimNoIntentionAndNoConnection()
    {
        await matrix.AllAsync();

        Assert.Equal((0, 0), await matrix.Faulty.LeftOverAsync());
        Assert.InRange(matrix.Faulty.Server.OpenConnections, 0, 100);
    }

    /// <summary>One end; what was provisional is either said in the end or taken back.</summary>
    private static void AssertEvents(FaultTurn turn, FaultCase test)
    {
        if (!test.Streamed)
        {
            return;
        }

        Assert.Matches("^((delta |discard )*)(message )+done$", string.Join(' ', turn.Events.Select(sent => sent.Name)));
        var said = turn.Events.Where(sent => sent.Name == "message").Select(sent => sent.Data.GetProperty("id").GetString()).ToHashSet();
        var provisional = new HashSet<string?>();
        foreach (var sent in turn.Events.Where(sent => sent.Name is "delta" or "discard"))
        {
            var id = sent.Data.GetProperty("messageId").GetString();
            Assert.True(sent.Name == "delta" ? provisional.Add(id) || true : provisional.Remove(id), $"{id} is discarded twice");
        }

        Assert.Subset(said, provisional);
        Assert.Equal(turn.Reply.Messages.Select(Reply.Content), turn.Events.Where(sent => sent.Name == "message").Select(sent => Reply.Content(sent.Data)));
    }

    private static void AssertStored(FaultTurn turn, FaultCase test) => Assert.Equal(
        [$"text: {FaultTurn.Content(test)}", .. turn.Reply.Messages.Select(message => $"{Reply.Kind(message)}: {Reply.Content(message)}")],
        turn.Messages);

    private static void AssertEffects(FaultTurn turn, FaultCase test, string status)
    {
        Assert.Equal(test.Wire.Streams ? 0 : 1, turn.Stored.Effects.Count);
        Assert.All(turn.Stored.Effects, effect => Assert.StartsWith(status, effect, StringComparison.Ordinal));
    }

    private static void AssertNext(FaultTurn turn, FaultCase test)
    {
        Assert.Null(turn.Next.Failure);
        Assert.Contains(test.Wire.Streams ? Fault.Text : $"Ticket {Fault.Text}", turn.Next.Messages.Select(Reply.Content));
    }
}
