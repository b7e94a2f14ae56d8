using FlowEngine.Api.Problems;
using FlowEngine.Api.Telemetry;
using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Api.Chat;

/// <summary>
/// Runs the time-out of a wait as a turn of its own, without a user message. The caller holds the conversation's place in the queue.
/// </summary>
public sealed class DueTimeouts(TurnRunner runner, ITurnWriter writer, FlowCache flows, TurnWatches watches, TimeProvider time)
{
    private const string Caller = "timeout";

    public async Task RunAsync(TenantSnapshot tenant, LoadedConversation before, CancellationToken cancellationToken)
    {
        using var watch = watches.Begin(tenant.Profile, cancellationToken);
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
        var claim = await ExternalEffects.MayHaveAsync(flows, input, cancellationToken)
            ? new TurnClaim(tenant.Profile.Key, input.TurnId, before.Head, input.Seq, Caller, null, "", now, now + TurnPreparer.Lease)
            : null;
        if (claim is not null && await writer.ClaimAsync(claim, cancellationToken) is not ClaimResult.Claimed)
        {
            // Another process runs this turn.
            watch.Refused(ApiProblems.TurnInFlight(input.TurnId).Code);
            return;
        }

        using var turn = new PreparedTurn(
            input, EngineName.V2, Caller, before.Head, before, claim, Caller, null, "", NoPlace.Instance);
        await runner.RunAsync(turn, watch, NoReplyStream.Instance, cancellationToken);
    }

    private sealed class NoPlace : IDisposable
    {
        public static NoPlace Instance { get; } = new();

        public void Dispose()
        {
        }
    }
}
