using FlowEngine.Api.Problems;
using FlowEngine.Conversations;
using FlowEngine.Hosting.Access;

namespace FlowEngine.Api.Access;

/// <summary>Finds out who calls before an endpoint runs, and refuses who may not.</summary>
internal static class AccessFilter
{
    private static readonly object s_caller = new();
    private static readonly object s_operator = new();

    public static TBuilder RequireScope<TBuilder>(this TBuilder builder, AccessScope scope)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.AddEndpointFilterFactory((_, next) => async context =>
        {
            var http = context.HttpContext;
            var resolver = http.RequestServices.GetRequiredService<CallerResolver>();
            var (caller, problem) = await resolver.ResolveAsync(http, http.RequestAborted);
            if (caller is null)
            {
                return problem!.ToResult();
            }

            if (caller.Scope < scope)
            {
                return ApiProblems.Forbidden(EnumNames.For(scope)).ToResult();
            }

            http.Items[s_caller] = caller;
            return await next(context);
        });
        return builder;
    }

    /// <summary>For addresses of all tenants: operators alone.</summary>
    public static TBuilder RequireOperator<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.AddEndpointFilterFactory((_, next) => async context =>
        {
            var http = context.HttpContext;
            var (name, problem) = await http.RequestServices.GetRequiredService<CallerResolver>().OperatorAsync(http, http.RequestAborted);
            if (name is null)
            {
                return problem!.ToResult();
            }

            http.Items[s_operator] = name;
            return await next(context);
        });
        return builder;
    }

    /// <summary>An operator who names no tenant acts on the whole service; any other key on its tenant, with this scope.</summary>
    public static TBuilder RequireScopeOrOperator<TBuilder>(this TBuilder builder, AccessScope scope)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.AddEndpointFilterFactory((_, next) => async context =>
        {
            var http = context.HttpContext;
            var resolver = http.RequestServices.GetRequiredService<CallerResolver>();
            if (!CallerResolver.NamesTenant(http) && await resolver.OperatorAsync(http, http.RequestAborted) is { Name: { } name })
            {
                http.Items[s_operator] = name;
                return await next(context);
            }

            var (caller, problem) = await resolver.ResolveAsync(http, http.RequestAborted);
            if (caller is null || caller.Scope < scope)
            {
                return (problem ?? ApiProblems.Forbidden(EnumNames.For(scope))).ToResult();
            }

            http.Items[s_caller] = caller;
            return await next(context);
        });
        return builder;
    }

    /// <summary>The name in audits of an operator who acts on the whole service; else null.</summary>
    public static string? ServiceOperator(this HttpContext http) => (string?)http.Items[s_operator];

    /// <summary>Of an endpoint behind <see cref="RequireScope"/>.</summary>
    public static Caller Caller(this HttpContext http) => (Caller)http.Items[s_caller]!;
}
