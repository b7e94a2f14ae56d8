using FlowEngine.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FlowEngine.Api.Access;

/// <summary>The ways in which callers say who they are.</summary>
internal static class AccessSchemes
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(SchemeNames.ApiKey, null)
            .AddScheme<AuthenticationSchemeOptions, AnonymousChatHandler>(SchemeNames.Session, null)
            .AddPolicyScheme(SchemeNames.Any, null, options => options.ForwardDefaultSelector = Select);
        services.TryAddTransient<JwtBearerHandler>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<JwtBearerOptions>, JwtBearerPostConfigureOptions>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<JwtBearerOptions>, ProviderTokens>());
        services.AddOptions<AuthenticationOptions>().Configure<IOptions<FlowEngineOptions>>((authentication, options) =>
        {
            foreach (var provider in options.Value.Access.Providers.Keys)
            {
                authentication.AddScheme(ProviderTokens.Scheme(provider), scheme => scheme.HandlerType = typeof(JwtBearerHandler));
            }
        });
        services.AddAuthorization(AccessPolicies.Add);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAuthorizationHandler, AccessRequirementHandler>());
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessRefusals>();
        services.TryAddSingleton<CallerCheck>();
        return services;
    }

    private static string Select(HttpContext http)
    {
        var authorization = http.Request.Headers.Authorization.ToString();
        return authorization.Length == 0 ? SchemeNames.Session
            : ProviderTokens.Select(authorization, http.RequestServices.GetRequiredService<IOptions<FlowEngineOptions>>().Value.Access) ?? SchemeNames.ApiKey;
    }
}
