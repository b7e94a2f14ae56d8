using FlowEngine.Api.Tests.Chat.Harness;
using FlowEngine.Faults;

namespace FlowEngine.Api.Tests.Misbehaviour;

/// <summary>What became of a conversation whose second turn met a fault.</summary>
/// <param name="Reply">To the turn that met the fault.</param>
/// <param name="Events">Of that turn; empty where it was not streamed.</param>
/// <param name="Next">The reply to the turn after it, when all was well again.</param>
internal sealed record FaultTurn(
    Reply Reply,
    IReadOnlyList<SseEvent> Events,
    string StateBefore,
    string StateAfter,
    IReadOnlyList<string> Messages,
    StoredTurn Stored,
    Reply Next)
{
    public static async Task<FaultTurn> RunAsync(FaultyService faulty, FaultCase test)
    {
        var api = faulty.ApiOf(test.Wire);
        var (path, more) = (test.Flow is null ? ChatApi.V1 : ChatApi.V2, LeavingClient.More(test));
        var first = await api.SayAsync($"Hello [{Fault.Well}#before-{test.Id}]", path, more);
        var before = await faulty.StateAsync(first.ConversationId);
        var events = test.Streamed ? await api.StreamAsync(Content(test), path, more) : [];
        var reply = test.Streamed ? new Reply(events[^1].Data) : await api.SayAsync(Content(test), path, more);
        var after = await faulty.StateAsync(first.ConversationId);
        var messages = await faulty.MessagesAsync(reply.TurnId);
        var stored = await faulty.TurnAsync(reply.TurnId);
        var next = await api.SayAsync($"And now? [{Fault.Well}#after-{test.Id}]", path, more);
        return new(reply, events, before, after, messages, stored, next);
    }

    public static string Content(FaultCase test) => $"My wish. [{test.Fault}#{test.Id}]";
}
