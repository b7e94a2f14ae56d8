using System.Reflection;
using FlowEngine.Api.Access;
using FlowEngine.Conversations;

namespace FlowEngine.Api.Switches;

/// <summary>Whose switches a request sees and sets: the service's for an operator who names no tenant, else the caller's tenant's.</summary>
/// <param name="Tenant">Null: the service.</param>
/// <param name="Actor">In audits.</param>
public sealed record SwitchOwner(TenantKey? Tenant, string Actor) : IBindableFromHttpContext<SwitchOwner>
{
    public bool IsService => Tenant is null;

    /// <summary>0: of the whole service.</summary>
    public long TenantId => Tenant?.TenantId ?? 0;

    public static ValueTask<SwitchOwner?> BindAsync(HttpContext context, ParameterInfo parameter) => new(
        context.Features.Get<ServiceOperator>() is { } service ? new SwitchOwner(null, service.Name)
        : context.Features.Get<Caller>() is { } caller ? new(caller.Tenant.Profile.Key, caller.Name) : null);
}
