using FlowEngine.Chat.Refusals;
using FlowEngine.Chat.Tenants;
using FlowEngine.Conversations;
using Microsoft.Extensions.Options;

namespace FlowEngine.Chat.Turns;

/// <summary>Whether the tenant's chat is open, and whether the caller may speak in the conversation.</summary>
public sealed class TurnAdmission(TenantDirectory tenants, IOptionsMonitor<ChatOptions> options, TimeProvider time)
{
    /// <summary>Null where the tenant's chat is on.</summary>
    public Refusal? ClosedFor(TenantSnapshot tenant) =>
        options.CurrentValue.ChatDisabled || tenant.Profile.Settings.ChatDisabled
            ? KillSwitchPolicy.ChatDisabled()
            : KillSwitchPolicy.RefusalOf(tenant, time.GetUtcNow());

    /// <summary>Call it after the conversation was read: the tenant's stamp was read with it, so what changed since the caller was let in counts.</summary>
    public async ValueTask<(TenantSnapshot? Tenant, Refusal? Refusal)> AdmitAsync(
        IncomingTurn incoming, QueueTicket ticket, CancellationToken cancellationToken)
    {
        if (await tenants.FindAsync(incoming.Caller.Tenant.Profile.Key.TenantId, cancellationToken) is not { } tenant)
        {
            return (null, Refusal.NotFound("The key's tenant has no such data."));
        }

        return (ClosedFor(tenant) ?? RefusalOf(incoming, ticket)) is { } refusal ? (null, refusal) : (tenant, null);
    }

    private Refusal? RefusalOf(IncomingTurn incoming, QueueTicket ticket)
    {
        if (ticket.Before is not { } before)
        {
            return ticket.Conversation is null ? null : TurnRefusals.ConversationNotFound();
        }

        if (incoming.Caller.SessionId is { } own && before.Head.SessionId != own)
        {
            return TurnRefusals.ConversationNotFound();
        }

        if (ticket.Session is { } session && before.Head.SessionId != session)
        {
            return Refusal.Invalid(
                [new("/sessionId", "session_mismatch", "The conversation belongs to another session: leave 'sessionId' out, or send the conversation's own.")]);
        }

        return before.Status == ConversationStatus.Closed || before.IsIdle(time.GetUtcNow(), options.CurrentValue.Conversations.IdleTime)
            ? TurnRefusals.ConversationClosed()
            : null;
    }
}
