using FlowEngine.Api.Tests.Chat.Harness;
using FlowEngine.Chat.Queues;
using FlowEngine.Conversations;
using FlowEngine.Faults;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Api.Tests.Misbehaviour;

/// <summary>Clients that hang up while the other side lets the turn wait.</summary>
public sealed class LeavingClientTests(PatientService patient) : IClassFixture<PatientService>
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private FaultyService Faulty => patient.Faulty;

    public static TheoryData<string, string, string, string> Cases()
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var test in Expected.Cases().Where(test => test.Fault is "hang_before_headers" or "hang_mid_stream"))
        {
            data.Add(test.Fault, test.WireName, test.Streamed ? "sse" : "json", test.Way);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Turn_ClientLeaves_IsOverAtOnceAndTheNextIsAnswered(string fault, string wire, string transport, string way)
    {
        var test = new FaultCase(fault, wire, transport == "sse", way);
        var before = await BeginAsync(test);

        Assert.True(await LeavingClient.SendAsync(Faulty, test, AskedAsync(test)));
        await EndedAsync();

        Assert.Equal(before.State, await Faulty.StateAsync(before.Conversation));
        var turn = await LastTurnAsync(before.Conversation);
        var stored = await Faulty.TurnAsync(turn);
        Assert.Equal(("done", FailureCodes.Cancelled, true), (stored.Status, stored.Failure, stored.KeepsState));
        Assert.Equal([$"text: {FaultTurn.Content(test)}"], await Faulty.MessagesAsync(turn));
        Assert.All(stored.Effects, effect => Assert.StartsWith("failed", effect, StringComparison.Ordinal));
        Assert.Equal((0, 0), await Faulty.LeftOverAsync());
        await UntilAsync(() => Faulty.Server.UnderWay == 0);
        var next = await SayAsync(test, Fault.Well, "after");
        Assert.Null(next.Failure);
        Assert.Contains(test.Wire.Streams ? Fault.Text : $"Ticket {Fault.Text}", next.Messages.Select(Reply.Content));
    }

    [Theory]
    [InlineData("openai", "v1", "json")]
    [InlineData("openai", "plain", "sse")]
    [InlineData("webhook", "plain", "json")]
    [InlineData("webhook", "plain", "sse")]
    public async Task Turn_ClientWithAKeyLeaves_IsAnsweredWhenItComesBack(string wire, string way, string transport)
    {
        var test = new FaultCase("late_answer", wire, transport == "sse", way, Run: 1);
        await BeginAsync(test);

        Assert.True(await LeavingClient.SendAsync(Faulty, test, AskedAsync(test), "come-back-" + test.Id));
        await EndedAsync();
        var again = await Faulty.ApiOf(test.Wire).SayAsync(
            FaultTurn.Content(test), test.Flow is null ? ChatApi.V1 : ChatApi.V2, LeavingClient.More(test), "come-back-" + test.Id);

        Assert.Null(again.Failure);
        Assert.Contains(test.Wire.Streams ? Fault.Text : $"Ticket {Fault.Text}", again.Messages.Select(Reply.Content));
        Assert.Equal(1, Faulty.Server.CallsOf(test.Id));
    }

    private async Task<(string Conversation, string State)> BeginAsync(FaultCase test)
    {
        var first = await SayAsync(test, Fault.Well, "before");
        return (first.ConversationId, await Faulty.StateAsync(first.ConversationId));
    }

    private Task<Reply> SayAsync(FaultCase test, string fault, string when) => Faulty.ApiOf(test.Wire).SayAsync(
        $"Hello [{fault}#{when}-{test.Id}]", test.Flow is null ? ChatApi.V1 : ChatApi.V2, LeavingClient.More(test));

    private Task AskedAsync(FaultCase test) => UntilAsync(() => Faulty.Server.CallsOf(test.Id) > 0);

    private Task EndedAsync() => UntilAsync(() => Faulty.Service.Services.GetRequiredService<ConversationLocks>().Count == 0);

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(s_patience);
        while (!holds())
        {
            await Task.Delay(5, patience.Token);
        }
    }

    private async Task<string> LastTurnAsync(string conversation) => await Faulty.Service.ScalarAsync<string>(
        """
        SELECT t.id FROM conversation_turns t JOIN ai_conversations c ON c.id = t.conversation_id
        WHERE upper(c.public_id) = upper(@id) ORDER BY t.seq DESC LIMIT 1
        """,
        ("id", conversation));
}
