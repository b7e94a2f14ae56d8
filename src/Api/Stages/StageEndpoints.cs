using FlowEngine.Api.Access;
using FlowEngine.Api.Chat;
using FlowEngine.Hosting.Access;

namespace FlowEngine.Api.Stages;

public static class StageEndpoints
{
    private const string OfTenant = "/api/admin/stages/{" + NamedTenants.Route + "}";

    public static void MapStages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGroup("/api/admin/stages").WithTags("Stages").RequireOperator()
            .MapGet("", (StageHandler handler, CancellationToken token) => handler.ListAsync(token))
            .WithSummary("All tenants with their stages: for operators.")
            .Produces<Page<StageView>>()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        var stages = endpoints.MapGroup(OfTenant).WithTags("Stages").RequireScope(AccessScope.Engineer)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);
        stages.MapGet("", (HttpContext http, StageHandler handler, CancellationToken token) => handler.GetAsync(http, token))
            .WithSummary("The tenant's stage, who set it and why, and the newest changes.")
            .Produces<StageView>();
        stages.MapPut("", (HttpContext http, StageHandler handler, CancellationToken token) => handler.PutAsync(http, token))
            .WithSummary("Sets the tenant's stage.")
            .WithDescription(
                "One step either way, `off` from anywhere; a jump needs a `reason`, and so does a step forward to `live` or beyond whose gate does not "
                + "pass. `off` is left only where `ready` passes. Every process sees it within two seconds. With `If-Match` a change is refused where "
                + "somebody else was first.")
            .Accepts<StageBody>("application/json")
            .Produces<StageView>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        stages.MapGet("/ready", (HttpContext http, StageHandler handler, CancellationToken token) => handler.ReadyAsync(http, token))
            .WithSummary("Whether the tenant may leave 'off', and what to do where it may not.")
            .WithDescription("One turn is tried with the real engine and the tenant's models; nothing of it is stored.")
            .Produces<StageReadyView>();
    }
}
