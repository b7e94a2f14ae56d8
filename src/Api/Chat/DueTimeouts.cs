using FlowEngine.Conversations;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Api.Chat;

/// <summary>
/// Runs the time-out of a wait as a turn of its own, without a user message. The caller holds the conversation's place in the queue.
/// </summary>
public sealed class DueTimeouts(TurnRunner runner, TimeProvider time)
{
    public async Task RunAsync(TenantSnapshot tenant, LoadedConversation before, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var input = new TurnInput
        {
            Tenant = tenant.Profile,
            ConversationId = before.Head.PublicId,
            TurnId = Guid.CreateVersion7(now),
            Seq = before.LastSeq + 1,
            Now = now,
            SessionId = before.Head.SessionId,
            UserId = before.Head.UserId,
            Message = null,
            Language = before.Language,
            Status = before.Status,
            Flow = before.Flow,
            ActiveFlows = tenant.ActiveFlows,
        };
        using var turn = new PreparedTurn(
            input, EngineName.V2, "timeout", before.Head, before, null, "timeout", null, "", NoPlace.Instance);
        await runner.RunAsync(turn, NoReplyStream.Instance, cancellationToken);
    }

    private sealed class NoPlace : IDisposable
    {
        public static NoPlace Instance { get; } = new();

        public void Dispose()
        {
        }
    }
}
