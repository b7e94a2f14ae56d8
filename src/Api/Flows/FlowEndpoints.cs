using FlowEngine.Api.Access;
using FlowEngine.Api.Http;
using FlowEngine.Api.Problems;
using FlowEngine.Hosting.Access;
using Microsoft.AspNetCore.Mvc;

namespace FlowEngine.Api.Flows;

public static class FlowEndpoints
{
    public static void MapFlows(this IEndpointRouteBuilder endpoints)
    {
        var flows = endpoints.MapGroup("/api/flows").WithTags("Flows").RequireScope(AccessScope.Design);
        MapReads(flows);
        MapChanges(flows);
        flows.MapVersions();
        flows.MapVersionChanges();
    }

    private static void MapReads(RouteGroupBuilder flows)
    {
        flows.MapGet("", async (Caller caller, FlowListing listing, string? next, CancellationToken token) =>
                TypedResults.Ok(await listing.ListAsync(caller, next, token)))
            .WithName("listFlows")
            .WithSummary("The tenant's flows by name: of each the active version, else the newest, with findings, tests and waiting conversations counted.");
        flows.MapGet("/schema", (Caller caller, NodeTypeViews views) => TypedResults.Text(views.SchemaOf(caller.Tenant.Profile), SchemaJson.MediaType))
            .WithName("getFlowSchema")
            .WithSummary("JSON Schema (2020-12) of a flow with the node types that the tenant may use, for editors of JSON.")
            .Produces<SchemaJson>(contentType: SchemaJson.MediaType);
        flows.MapGet("/{name}", (Caller caller, FlowQueries reads, string name, CancellationToken token) => reads.GetAsync(caller, name, null, token))
            .WithName("getFlow")
            .WithSummary("A flow: its active version, else its newest, with the document.")
            .Problems(404);
    }

    private static void MapChanges(RouteGroupBuilder flows)
    {
        flows.MapPost("/check", (Caller caller, FlowHandler handler, FlowUpload upload, string? start, CancellationToken token) =>
                handler.CheckAsync(caller, upload, start, token))
            .WithName("checkFlow")
            .WithSummary("Checks a Drawflow export; saves nothing.");
        flows.MapPut("/{name}", (
                    Caller caller, FlowHandler handler, string name, FlowUpload upload, string? start, string? note,
                    [FromHeader(Name = "If-Match")] string? ifMatch, CancellationToken token) =>
                handler.SaveAsync(caller, name, upload, start, note, ifMatch, token))
            .WithName("saveFlow")
            .WithSummary("Saves a Drawflow export as the next draft version.")
            .WithDescription(
                "The body is the export as it is, at most 10 MiB. `?start=` names the start node, `?note=` says what changed; `If-Match` saves only over the newest version with that ETag. A draft may have errors, which block its publishing.")
            .Problems(412);
        flows.MapDelete("/{name}", (Caller caller, FlowHandler handler, string name, CancellationToken token) => handler.DeleteAsync(caller, name, token))
            .WithName("deleteFlow")
            .WithSummary("Takes a flow out of use, unless it is the default, conversations wait in it or active flows call it.")
            .Problems(404, 409);
    }
}
