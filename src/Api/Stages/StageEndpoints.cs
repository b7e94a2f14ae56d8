using FlowEngine.Api.Access;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Problems;
using FlowEngine.Hosting.Access;
using Microsoft.AspNetCore.Mvc;

namespace FlowEngine.Api.Stages;

public static class StageEndpoints
{
    private const string OfTenant = "/api/admin/stages/{" + NamedTenants.Route + "}";

    public static void MapStages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGroup("/api/admin/stages").WithTags("Stages").RequireOperator()
            .MapGet("", (StageHandler handler, CancellationToken token) => handler.ListAsync(token))
            .WithName("listStages")
            .WithSummary("All tenants with their stages: for operators.");
        var stages = endpoints.MapGroup(OfTenant).WithTags("Stages").RequireScope(AccessScope.Engineer).Problems(404);
        stages.MapGet("", (Caller caller, StageHandler handler, CancellationToken token) => handler.GetAsync(caller, token))
            .WithName("getStage")
            .WithSummary("The tenant's stage, who set it and why, and the newest changes.");
        stages.MapPut("", (
                    Caller caller, StageHandler handler, Body<StageBody> body, [FromHeader(Name = "If-Match")] string? ifMatch, CancellationToken token) =>
                handler.PutAsync(caller, body.Value, ifMatch, token))
            .WithName("setStage")
            .WithSummary("Sets the tenant's stage.")
            .WithDescription(
                "One step either way, `off` from anywhere; a jump needs a `reason`, and so does a step forward to `live` or beyond whose gate does not "
                + "pass. `off` is left only where `ready` passes. Every process sees it within two seconds. With `If-Match` a change is refused where "
                + "somebody else was first.")
            .Problems(409, 412);
        stages.MapGet("/ready", (Caller caller, StageHandler handler, CancellationToken token) => handler.ReadyAsync(caller, token))
            .WithName("checkStageReady")
            .WithSummary("Whether the tenant may leave 'off', and what to do where it may not.")
            .WithDescription("One turn is tried with the real engine and the tenant's models; nothing of it is stored.");
    }
}
