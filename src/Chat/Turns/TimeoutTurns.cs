using FlowEngine.Chat.Engines;
using FlowEngine.Chat.Refusals;
using FlowEngine.Chat.Telemetry;
using FlowEngine.Chat.Tenants;
using FlowEngine.Conversations;

namespace FlowEngine.Chat.Turns;

/// <summary>
/// Runs the time-out of a wait as a turn of its own, without a user message. It is claimed first: of several processes that find it due, one
/// runs it. Its id follows from the conversation and the turn's number, so that it makes no call outside a second time when it runs again
/// after a crash.
/// </summary>
public sealed class TimeoutTurns(
    ITurnReader reader, TurnRunner runner, TurnClaims claims, ConversationEngines engines, TurnWatches watches, TurnLimits limits,
    TimeProvider time)
{
    private const string Caller = "timeout";
    private const string Stage = "timeout";

    /// <summary>How often a message looks whether another process has run the time-out that stands before it.</summary>
    private const int MostLooks = 20;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Runs time-outs until none is due. While V2 is switched off nothing times out: another engine's answer ends the wait. The caller holds the
    /// conversation's place in the queue.
    /// </summary>
    /// <returns>The conversation as it is then.</returns>
    public async Task<(LoadedConversation? Conversation, Refusal? Refusal)> RunDueAsync(
        TenantSnapshot tenant, LoadedConversation? before, CancellationToken cancellationToken)
    {
        var off = engines.Without(KillSwitchPolicy.Engines(tenant));
        for (var looks = 0; before is not null && !off.V2 && before.IsDue(time.GetUtcNow()); looks++)
        {
            if (looks == MostLooks)
            {
                return (null, TurnRefusals.ConversationBusy());
            }

            if (looks > 0)
            {
                await Task.Delay(s_pause, time, cancellationToken);
            }

            // A client that leaves does not end it.
            await RunAsync(tenant, before, CancellationToken.None);
            before = await reader.ConversationAsync(tenant.Profile.Key, before.Head.PublicId, cancellationToken);
        }

        return (before, null);
    }

    /// <summary>Does nothing where another process runs this turn, or ran it.</summary>
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
        var claim = new TurnClaim(tenant.Profile.Key, input.TurnId, before.Head, seq, Caller, null, "", now, now + TurnClaim.Lease(limits));
        var turn = new PlannedTurn(
            input, new(EngineName.V2), Stage, before.Head, before, claim, Caller, IdempotencyKey: null, BodyHash: "");
        var end = await claims.WithinAsync(claim, () => runner.RunAsync(turn, watch, NoReplyStream.Instance, cancellationToken), cancellationToken);
        if (end is not TurnEnd.Answered)
        {
            watch.Refused(end is TurnEnd.Refused refused ? refused.Refusal.Code : TurnRefusals.InFlight(input.TurnId).Code);
        }
    }
}
