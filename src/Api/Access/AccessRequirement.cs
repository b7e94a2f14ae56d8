using FlowEngine.Hosting.Access;
using Microsoft.AspNetCore.Authorization;

namespace FlowEngine.Api.Access;

/// <param name="Scope">What the caller must be allowed to do in its tenant; null: only an operator is let in, without a tenant.</param>
/// <param name="MayBeOperator">An operator who names no tenant is let in too.</param>
internal sealed record AccessRequirement(AccessScope? Scope, bool MayBeOperator) : IAuthorizationRequirement;
