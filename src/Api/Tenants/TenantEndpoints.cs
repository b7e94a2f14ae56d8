using FlowEngine.Api.Access;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Problems;

namespace FlowEngine.Api.Tenants;

public static class TenantEndpoints
{
    public static void MapTenants(this IEndpointRouteBuilder endpoints)
    {
        var tenants = endpoints.MapGroup("/api/operator/tenants").WithTags("Tenants").RequireOperator();
        tenants.MapGet("", (TenantHandler handler, CancellationToken token) => handler.ListAsync(token))
            .WithName("listTenants")
            .WithSummary("All tenants by slug, inactive ones too.");
        tenants.MapPost("", (ServiceOperator caller, TenantHandler handler, Body<TenantBody> body, CancellationToken token) =>
                handler.CreateAsync(caller, body, token))
            .WithName("createTenant")
            .WithSummary("Makes a tenant.")
            .WithDescription("Only `slug` is needed. The same request again gives the tenant that is there.")
            .Problems(409);
        tenants.MapGet("/{slug}", (TenantHandler handler, string slug, CancellationToken token) => handler.GetAsync(slug, token))
            .WithName("getTenant")
            .WithSummary("One tenant.")
            .Problems(404);
        tenants.MapPatch("/{slug}", (ServiceOperator caller, TenantHandler handler, string slug, Body<TenantBody> body, CancellationToken token) =>
                handler.ChangeAsync(caller, slug, body, token))
            .WithName("changeTenant")
            .WithSummary("Changes a tenant; every process sees it within two seconds.")
            .WithDescription("A member that is left out stays as it is. Settings, flags and clients that name the old slug have to be changed too.")
            .Problems(404, 409);
        MapActive(tenants, "activate", isActive: true, "Lets a tenant be used.");
        MapActive(tenants, "deactivate", isActive: false, "Lets nobody use a tenant; its data stays.");
    }

    private static void MapActive(RouteGroupBuilder tenants, string verb, bool isActive, string summary) => tenants
        .MapPost($"/{{slug}}/{verb}", (ServiceOperator caller, TenantHandler handler, string slug, CancellationToken token) =>
            handler.SetActiveAsync(caller, slug, isActive, token))
        .WithName($"{verb}Tenant")
        .WithSummary(summary)
        .Problems(404, 409);
}
