using FlowEngine.Api.Access;
using FlowEngine.Hosting.Access;

namespace FlowEngine.Api.Settings;

public static class SettingsEndpoints
{
    public static void MapSettings(this IEndpointRouteBuilder endpoints)
    {
        var settings = endpoints.MapGroup("/api/admin/settings").WithTags("Settings").RequireScope(AccessScope.Admin)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        settings.MapGet("", (HttpContext http, SettingsHandler handler, CancellationToken token) => handler.GetAsync(http, token))
            .WithSummary("The tenant's settings and limits, and what it has used today.")
            .Produces<SettingsView>();
        settings.MapPut("", (HttpContext http, SettingsHandler handler, CancellationToken token) => handler.PutAsync(http, token))
            .WithSummary("Changes the tenant's settings, its limits and the switch of its chat.")
            .WithDescription(
                "A member that is left out stays as it is, null clears it; `limits` takes the place of all limits. Every process sees the change "
                + "within two seconds. With `If-Match` a change is refused where somebody else was first.")
            .Accepts<SettingsBody>("application/json")
            .Produces<SettingsView>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }
}
