using FlowEngine.Api.Access;
using FlowEngine.Api.Chat;

namespace FlowEngine.Api.Tenants;

public static class TenantEndpoints
{
    public static void MapTenants(this IEndpointRouteBuilder endpoints)
    {
        var tenants = endpoints.MapGroup("/api/operator/tenants").WithTags("Tenants").RequireOperator()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        tenants.MapGet("", (TenantHandler handler, CancellationToken token) => handler.ListAsync(token))
            .WithSummary("All tenants by slug, inactive ones too.")
            .Produces<Page<TenantView>>();
        tenants.MapPost("", (HttpContext http, TenantHandler handler, CancellationToken token) => handler.CreateAsync(http, token))
            .WithSummary("Makes a tenant.")
            .WithDescription("Only `slug` is needed. The same request again gives the tenant that is there.")
            .Accepts<TenantBody>("application/json")
            .Produces<TenantView>(StatusCodes.Status201Created)
            .Produces<TenantView>()
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        tenants.MapGet("/{slug}", (TenantHandler handler, string slug, CancellationToken token) => handler.GetAsync(slug, token))
            .WithSummary("One tenant.")
            .Produces<TenantView>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        tenants.MapPatch("/{slug}", (HttpContext http, TenantHandler handler, string slug, CancellationToken token) => handler.ChangeAsync(http, slug, token))
            .WithSummary("Changes a tenant; every process sees it within two seconds.")
            .WithDescription("A member that is left out stays as it is. Settings, flags and clients that name the old slug have to be changed too.")
            .Accepts<TenantBody>("application/json")
            .Produces<TenantView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        MapActive(tenants, "activate", isActive: true, "Lets a tenant be used.");
        MapActive(tenants, "deactivate", isActive: false, "Lets nobody use a tenant; its data stays.");
    }

    private static void MapActive(RouteGroupBuilder tenants, string verb, bool isActive, string summary) => tenants
        .MapPost($"/{{slug}}/{verb}", (HttpContext http, TenantHandler handler, string slug, CancellationToken token) =>
            handler.SetActiveAsync(http, slug, isActive, token))
        .WithSummary(summary)
        .Produces<TenantView>()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
