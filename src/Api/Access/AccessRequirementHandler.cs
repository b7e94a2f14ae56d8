using FlowEngine.Api.Problems;
using FlowEngine.Chat.Tenants;
using Microsoft.AspNetCore.Authorization;

namespace FlowEngine.Api.Access;

/// <summary>Lets callers in who have the scope, and gives endpoints the <see cref="Caller"/> or the <see cref="ServiceOperator"/>.</summary>
internal sealed class AccessRequirementHandler(TenantDirectory tenants) : AuthorizationHandler<AccessRequirement, HttpContext>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, AccessRequirement requirement, HttpContext resource)
    {
        if (Identity.From(context.User) is not { } identity)
        {
            return;
        }

        var named = NamedTenants.In(resource);
        if (requirement.Scope is not { } scope)
        {
            LetOperatorIn(identity.IsOperator);
            return;
        }

        if (requirement.MayBeOperator && identity.IsOperator && named.Count == 0)
        {
            LetOperatorIn(isOperator: true);
            return;
        }

        var (tenant, problem) = await TenantAsync(identity, named, resource.RequestAborted);
        if (tenant is null)
        {
            Refuse(problem!);
        }
        else if (identity.Scope < scope)
        {
            Refuse(ApiProblems.Forbidden(AccessPolicies.Of(scope)));
        }
        else
        {
            resource.Features.Set(new Caller(tenant, identity.Scope, identity.Name, identity.SessionId, identity.IsOperator));
            context.Succeed(requirement);
        }

        void LetOperatorIn(bool isOperator)
        {
            if (!isOperator)
            {
                Refuse(ApiProblems.Forbidden(AccessPolicies.Operator));
                return;
            }

            resource.Features.Set(new ServiceOperator(identity.Name));
            context.Succeed(requirement);
        }

        void Refuse(ApiProblem why) => context.Fail(new AccessRefusal(this, why));
    }

    /// <summary>A tenant that is not the caller's is not found, whether there is one or not.</summary>
    private async ValueTask<(TenantSnapshot? Tenant, ApiProblem? Problem)> TenantAsync(
        Identity identity, IReadOnlyList<string> named, CancellationToken cancellationToken)
    {
        if (identity.IsOperator)
        {
            if (named.Count == 0)
            {
                return (null, ApiProblems.InvalidRequest(
                    [new(NamedTenants.Header, "missing", $"An operator names the tenant in the header '{NamedTenants.Header}'.")]));
            }

            var other = named.Count == 1 ? await tenants.FindAsync(named[0], cancellationToken) : null;
            return (other, other is null ? ApiProblems.NotFound("There is no such tenant.") : null);
        }

        var own = identity.TenantId is { } id
            ? await tenants.FindAsync(id, cancellationToken)
            : await tenants.FindAsync(identity.TenantSlug!, cancellationToken);
        return own is null || named.Any(slug => slug != own.Profile.Slug)
            ? (null, ApiProblems.NotFound("The caller's tenant has no such data."))
            : (own, null);
    }
}

/// <summary>Why a caller is not let in, as it is told.</summary>
internal sealed class AccessRefusal(IAuthorizationHandler handler, ApiProblem problem) : AuthorizationFailureReason(handler, problem.Code)
{
    public ApiProblem Problem { get; } = problem;
}
