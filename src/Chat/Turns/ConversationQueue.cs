using FlowEngine.Chat.Queues;
using FlowEngine.Conversations;
using Microsoft.Extensions.Options;

namespace FlowEngine.Chat.Turns;

/// <summary>Turns of one conversation come one after the other in this process; other processes meet at the row version.</summary>
public sealed class ConversationQueue(
    ITurnReader reader, ConversationLocks locks, SessionConversations sessions, IOptionsMonitor<ChatOptions> options, TimeProvider time)
{
    /// <summary>
    /// Waits until the turn is first in the queue of its conversation, and reads the conversation then. A turn that may begin its session's first
    /// one stands in the session's queue too: a claim shows the new conversation to others before its first turn is saved.
    /// </summary>
    public async Task<QueueTicket> EnterAsync(IncomingTurn incoming, CancellationToken cancellationToken)
    {
        var tenant = incoming.Caller.Tenant.Profile.Key;
        var session = incoming.SessionId;
        if (incoming.Request.ConversationId is { } named)
        {
            return await AtAsync(named, () => reader.ConversationAsync(tenant, named, cancellationToken), before => new(named, named, session, before), cancellationToken);
        }

        if (session is null)
        {
            var id = Guid.CreateVersion7(time.GetUtcNow());
            return await AtAsync(id, () => Task.FromResult<LoadedConversation?>(null), _ => new(null, id, session, null), cancellationToken);
        }

        var ticket = await GuessedAsync(tenant, session, cancellationToken) ?? await FirstAsync(tenant, session, cancellationToken);
        sessions.Keep(tenant, session, ticket.Id);
        return ticket;
    }

    /// <summary>Null where the session is in no conversation that is known here, or in another one by now.</summary>
    private async Task<QueueTicket?> GuessedAsync(TenantKey tenant, string session, CancellationToken cancellationToken)
    {
        if (sessions.Guess(tenant, session) is not { } guess)
        {
            return null;
        }

        var ticket = await AtAsync(guess, () => NewestAsync(tenant, session, cancellationToken), before => new(guess, guess, session, before), cancellationToken);
        if (ticket.Before?.Head.PublicId == guess)
        {
            return ticket;
        }

        ticket.Dispose();
        return null;
    }

    private async Task<QueueTicket> FirstAsync(TenantKey tenant, string session, CancellationToken cancellationToken)
    {
        var first = await locks.EnterAsync($"{tenant.TenantId}/{session}", cancellationToken);
        try
        {
            if (await NewestAsync(tenant, session, cancellationToken) is { Head.PublicId: var known })
            {
                // What was read before the turn was first in the conversation's queue may be old.
                var ticket = await AtAsync(known, () => reader.ConversationAsync(tenant, known, cancellationToken), before => new(known, known, session, before), cancellationToken);
                first.Dispose();
                return ticket;
            }

            var id = Guid.CreateVersion7(time.GetUtcNow());
            var begun = await AtAsync(id, () => Task.FromResult<LoadedConversation?>(null), _ => new(null, id, session, null), cancellationToken);
            return begun with { Held = new NestedLocks(first, begun.Held) };
        }
        catch
        {
            first.Dispose();
            throw;
        }
    }

    private async Task<QueueTicket> AtAsync(
        Guid conversation, Func<Task<LoadedConversation?>> read, Func<LoadedConversation?, QueueTicket> ticket, CancellationToken cancellationToken)
    {
        var held = await locks.EnterAsync(conversation.ToString(), cancellationToken);
        try
        {
            return ticket(await read()) with { Held = held };
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    private Task<LoadedConversation?> NewestAsync(TenantKey tenant, string session, CancellationToken cancellationToken) =>
        reader.NewestOfSessionAsync(
            tenant, session, time.GetUtcNow() - options.CurrentValue.Conversations.IdleTime, cancellationToken);
}
