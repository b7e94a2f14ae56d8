using FlowEngine.Api.Access;
using FlowEngine.Api.Chat;
using FlowEngine.Hosting.Access;

namespace FlowEngine.Api.Flows;

public static class FlowEndpoints
{
    public static void MapFlows(this IEndpointRouteBuilder endpoints)
    {
        var flows = endpoints.MapGroup("/api/flows").WithTags("Flows").RequireScope(AccessScope.Design)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        MapReads(flows);
        MapChanges(flows);
        flows.MapVersions();
        flows.MapVersionChanges();
    }

    private static void MapReads(RouteGroupBuilder flows)
    {
        flows.MapGet("", async (HttpContext http, FlowListing listing, string? next, CancellationToken token) =>
                TypedResults.Ok(await listing.ListAsync(http.Caller(), next, token)))
            .WithSummary("The tenant's flows by name: of each the active version, else the newest, with findings, tests and waiting conversations counted.");
        flows.MapGet("/schema", (HttpContext http, NodeTypeViews views) => Results.Text(views.SchemaOf(http.Caller().Tenant.Profile), "application/schema+json"))
            .WithSummary("JSON Schema (2020-12) of a flow with the node types that the tenant may use, for editors of JSON.")
            .Produces<object>(contentType: "application/schema+json");
        flows.MapGet("/{name}", (HttpContext http, FlowQueries reads, string name, CancellationToken token) => reads.GetAsync(http, name, null, token))
            .WithSummary("A flow: its active version, else its newest, with the document.")
            .Produces<FlowDetailView>()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static void MapChanges(RouteGroupBuilder flows)
    {
        flows.MapPost("/check", (HttpContext http, FlowHandler handler, CancellationToken token) => handler.CheckAsync(http, token))
            .WithSummary("Checks a Drawflow export; saves nothing.")
            .Produces<FindingsView>()
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        flows.MapPut("/{name}", (HttpContext http, FlowHandler handler, string name, CancellationToken token) => handler.SaveAsync(http, name, token))
            .WithSummary("Saves a Drawflow export as the next draft version.")
            .WithDescription(
                "The body is the export as it is, at most 10 MiB. `?start=` names the start node, `?note=` says what changed; `If-Match` saves only over the newest version with that ETag. A draft may have errors, which block its publishing.")
            .Produces<SavedFlowView>()
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        flows.MapDelete("/{name}", (HttpContext http, FlowHandler handler, string name, CancellationToken token) => handler.DeleteAsync(http, name, token))
            .WithSummary("Takes a flow out of use, unless it is the default, conversations wait in it or active flows call it.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }
}
