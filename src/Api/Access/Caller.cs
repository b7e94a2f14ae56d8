using System.Reflection;
using FlowEngine.Chat.Tenants;
using FlowEngine.Hosting.Access;

namespace FlowEngine.Api.Access;

/// <summary>Who makes a request to a tenant. Endpoints take it as a parameter.</summary>
/// <param name="Tenant">Whose data it may see.</param>
/// <param name="Name">In audits: <c>key:ID</c>, <c>user:PROVIDER/SUBJECT</c> or <c>session:ID</c>. Idempotency keys are the caller's own.</param>
/// <param name="SessionId">Of an anonymous chat, from its cookie; null for all others.</param>
/// <param name="IsOperator">May name any tenant.</param>
public sealed record Caller(TenantSnapshot Tenant, AccessScope Scope, string Name, string? SessionId, bool IsOperator)
    : IBindableFromHttpContext<Caller>
{
    public static string NameOf(long keyId) => $"key:{keyId}";

    /// <summary>Null where an operator named no tenant.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context, ParameterInfo parameter) => new(context.Features.Get<Caller>());
}
