using FlowEngine.Conversations;
using Microsoft.Extensions.Caching.Memory;

namespace FlowEngine.Chat.Queues;

/// <summary>
/// Which conversation a session was last in: a turn can stand in its queue before it reads anything. A guess that whoever uses it must check.
/// </summary>
public sealed class SessionConversations : IDisposable
{
    private const int Sessions = 20_000;

    private static readonly MemoryCacheEntryOptions s_entry = new() { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(30) };

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = Sessions });

    public Guid? Guess(TenantKey tenant, string session) => _known.TryGetValue((tenant, session), out Guid id) ? id : null;

    public void Keep(TenantKey tenant, string session, Guid conversation) => _known.Set((tenant, session), conversation, s_entry);

    public void Dispose() => _known.Dispose();
}
