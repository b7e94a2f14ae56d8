using System.Collections.Frozen;

namespace FlowEngine.Conversations;

/// <summary>What the read-only variables hold below themselves: <c>message</c> and <c>now</c> nothing, <c>session</c> what the client sends.</summary>
public static class ReadOnlyMembers
{
    public static FrozenSet<string> Tenant { get; } = FrozenSet.Create(
        StringComparer.Ordinal, "name", "slug", "currency", "site_url", "phone", "whatsapp", "email", "address");
}
