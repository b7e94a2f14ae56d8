using FlowEngine.Chat.Engines;
using FlowEngine.Chat.Queues;
using FlowEngine.Chat.Telemetry;
using FlowEngine.Chat.Tenants;
using FlowEngine.Conversations;
using Microsoft.Extensions.Options;

namespace FlowEngine.Chat.Turns;

/// <summary>
/// Runs the time-out of a wait as a turn of its own, without a user message. The caller holds the conversation's place in the queue.
/// It is claimed first: of several processes that find it due, one runs it. Its id follows from the conversation and the turn's number, so
/// that it makes no call outside a second time when it runs again after a crash.
/// </summary>
public sealed class DueTimeouts(
    TurnRunner runner, ITurnWriter writer, TurnWatches watches, IOptionsMonitor<ChatOptions> options, TimeProvider time)
{
    private const string Caller = "timeout";

    public async Task RunAsync(TenantSnapshot tenant, LoadedConversation before, CancellationToken cancellationToken)
    {
        using var watch = watches.Begin(tenant.Profile, cancellationToken);
        var now = time.GetUtcNow();
        var seq = before.LastSeq + 1;
        var input = new TurnInput
        {
            Tenant = tenant.Profile,
            ConversationId = before.Head.PublicId,
            TurnId = TurnIds.New(tenant.Profile.Key, Caller, $"{before.Head.PublicId:N}:{seq}", "", now),
            Seq = seq,
            Now = now,
            SessionId = before.Head.SessionId,
            UserId = before.Head.UserId,
            Message = null,
            Language = before.Language,
            Status = before.Status,
            Flow = before.Flow,
            Assistant = before.Assistant,
            ActiveFlows = tenant.ActiveFlows,
        };
        var claim = new TurnClaim(tenant.Profile.Key, input.TurnId, before.Head, seq, Caller, null, "", now, now + options.CurrentValue.Limits.ClaimLease);
        if (await writer.ClaimAsync(claim, cancellationToken) is not ClaimResult.Claimed)
        {
            // Another process runs this turn, or ran it.
            watch.Refused(TurnRefusals.InFlight(input.TurnId).Code);
            return;
        }

        using var turn = new PreparedTurn(
            input, new(EngineName.V2), Caller, before.Head, before, claim, Caller, null, "", NoPlace.Instance);
        await runner.RunAsync(turn, watch, NoReplyStream.Instance, cancellationToken);
    }
}
