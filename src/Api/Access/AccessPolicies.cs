using FlowEngine.Conversations;
using FlowEngine.Hosting.Access;
using Microsoft.AspNetCore.Authorization;

namespace FlowEngine.Api.Access;

/// <summary>One authorization policy a scope, one for operators, and one for both.</summary>
internal static class AccessPolicies
{
    public const string Operator = "operator";

    private const string OrOperator = "-or-operator";

    public static string Of(AccessScope scope) => EnumNames.For(scope);

    public static void Add(AuthorizationOptions options)
    {
        foreach (var scope in Enum.GetValues<AccessScope>())
        {
            Add(options, Of(scope), new(scope, MayBeOperator: false));
            Add(options, Of(scope) + OrOperator, new(scope, MayBeOperator: true));
        }

        Add(options, Operator, new(Scope: null, MayBeOperator: true));
    }

    public static TBuilder RequireScope<TBuilder>(this TBuilder builder, AccessScope scope)
        where TBuilder : IEndpointConventionBuilder => builder.RequireAuthorization(Of(scope));

    /// <summary>For addresses of all tenants: operators alone.</summary>
    public static TBuilder RequireOperator<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.RequireAuthorization(Operator);

    /// <summary>An operator who names no tenant acts on the whole service; any other caller on its tenant, with this scope.</summary>
    public static TBuilder RequireScopeOrOperator<TBuilder>(this TBuilder builder, AccessScope scope)
        where TBuilder : IEndpointConventionBuilder => builder.RequireAuthorization(Of(scope) + OrOperator);

    private static void Add(AuthorizationOptions options, string name, AccessRequirement requirement) =>
        options.AddPolicy(name, policy => policy.AddAuthenticationSchemes(SchemeNames.Any).AddRequirements(requirement));
}
