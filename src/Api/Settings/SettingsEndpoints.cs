using FlowEngine.Api.Access;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Problems;
using FlowEngine.Hosting.Access;
using Microsoft.AspNetCore.Mvc;

namespace FlowEngine.Api.Settings;

public static class SettingsEndpoints
{
    public static void MapSettings(this IEndpointRouteBuilder endpoints)
    {
        var settings = endpoints.MapGroup("/api/admin/settings").WithTags("Settings").RequireScope(AccessScope.Admin);
        settings.MapGet("", (Caller caller, SettingsHandler handler, CancellationToken token) => handler.GetAsync(caller, token))
            .WithName("getSettings")
            .WithSummary("The tenant's settings and limits, and what it has used today.");
        settings.MapPut("", (
                    Caller caller, SettingsHandler handler, Body<SettingsBody> body, [FromHeader(Name = "If-Match")] string? ifMatch,
                    CancellationToken token) =>
                handler.PutAsync(caller, body, ifMatch, token))
            .WithName("changeSettings")
            .WithSummary("Changes the tenant's settings, its limits and the switch of its chat.")
            .WithDescription(
                "A member that is left out stays as it is, null clears it; `limits` takes the place of all limits. Every process sees the change "
                + "within two seconds. With `If-Match` a change is refused where somebody else was first.")
            .Problems(412);
    }
}
