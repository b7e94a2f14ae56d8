using FlowEngine.Api.Access;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Http;
using FlowEngine.Api.Problems;
using FlowEngine.Hosting.Access;
using FlowEngine.Testing.Scripts;
using Microsoft.AspNetCore.Mvc;

namespace FlowEngine.Api.FlowTests;

public static class FlowTestEndpoints
{
    public static void MapFlowTests(this IEndpointRouteBuilder endpoints)
    {
        var flows = endpoints.MapGroup("/api/flows").WithTags("Flow tests").RequireScope(AccessScope.Design);
        MapReads(flows);
        MapChanges(flows);
        flows.MapPost("/{name}/versions/{version:int}/tests/run", (
                    Caller caller, FlowTestHandler handler, string name, int version, [FromQuery(Name = "test")] string[]? tests, CancellationToken token) =>
                handler.RunAsync(caller, name, version, (tests ?? []).ToHashSet(StringComparer.Ordinal), token))
            .WithName("runFlowTests")
            .WithSummary("Runs the flow's stored tests against a version, a draft too; nothing is stored or sent.")
            .WithDescription("`?test=NAME`, as often as wanted, runs only these. Models are the offline one, unless a test has stand-ins.")
            .Problems(404);
    }

    private static void MapReads(RouteGroupBuilder flows)
    {
        flows.MapGet("/schema/test", () => TypedResults.Text(FlowTestSchema.Text(), SchemaJson.MediaType))
            .WithName("getFlowTestSchema")
            .WithSummary("The JSON Schema of a conversation test.")
            .Produces<SchemaJson>(contentType: SchemaJson.MediaType);
        flows.MapGet("/{name}/tests", (Caller caller, FlowTestHandler handler, string name, CancellationToken token) => handler.ListAsync(caller, name, token))
            .WithName("listFlowTests")
            .WithSummary("The flow's stored conversation tests by name.")
            .Problems(404);
        flows.MapGet("/{name}/tests/{test}", (Caller caller, FlowTestHandler handler, string name, string test, CancellationToken token) =>
                handler.GetAsync(caller, name, test, token))
            .WithName("getFlowTest")
            .WithSummary("A test's script, as it was saved.")
            .WithMetadata(new AnsweredFile("application/json", "FlowTestScript"))
            .Problems(404);
    }

    private static void MapChanges(RouteGroupBuilder flows)
    {
        flows.MapPut("/{name}/tests/{test}", (
                    Caller caller, FlowTestHandler handler, string name, string test, ScriptUpload upload, CancellationToken token) =>
                handler.PutAsync(caller, name, test, upload, token))
            .WithName("saveFlowTest")
            .WithSummary("Adds or replaces a test: the body is its script, at most 1 MiB.")
            .WithDescription("`GET /api/flows/schema/test` describes scripts. What is not known in a script is refused, with its line.")
            .Problems(404);
        flows.MapDelete("/{name}/tests/{test}", (Caller caller, FlowTestHandler handler, string name, string test, CancellationToken token) =>
                handler.DeleteAsync(caller, name, test, token))
            .WithName("deleteFlowTest")
            .WithSummary("Deletes a test.")
            .Problems(404);
        flows.MapPost("/{name}/tests/from-conversation", (
                    Caller caller, FlowTestHandler handler, string name, Body<FromConversationBody> body, CancellationToken token) =>
                handler.FromConversationAsync(caller, name, body.Value, token))
            .WithName("saveConversationAsFlowTest")
            .WithSummary("Saves a stored conversation of the flow as a test.")
            .WithDescription(
                "What the user said becomes the turns, what models and the outside answered the stand-ins, what the flow said the expectations. Texts are taken as they were said: what is personal in them is in the test too.")
            .Problems(404);
    }
}
