using FlowEngine.Api.Access;
using FlowEngine.Api.Chat;
using FlowEngine.Hosting.Access;

namespace FlowEngine.Api.FlowTests;

public static class FlowTestEndpoints
{
    public static void MapFlowTests(this IEndpointRouteBuilder endpoints)
    {
        var flows = endpoints.MapGroup("/api/flows").WithTags("Flow tests").RequireScope(AccessScope.Design)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        MapReads(flows);
        MapChanges(flows);
        flows.MapPost("/{name}/versions/{version:int}/test", (HttpContext http, FlowTestHandler handler, string name, int version, CancellationToken token) =>
                handler.RunAsync(http, name, version, token))
            .WithSummary("Runs the flow's stored tests against a version, a draft too; nothing is stored or sent.")
            .WithDescription("`?test=NAME`, as often as wanted, runs only these. Models are the offline one, unless a test has stand-ins.")
            .Produces<FlowTestRunView>()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static void MapReads(RouteGroupBuilder flows)
    {
        flows.MapGet("/schema/test", () => FlowTestHandler.Schema())
            .WithSummary("The JSON Schema of a conversation test.")
            .Produces<object>();
        flows.MapGet("/{name}/tests", (HttpContext http, FlowTestHandler handler, string name, CancellationToken token) =>
                handler.ListAsync(http, name, token))
            .WithSummary("The flow's stored conversation tests by name.")
            .Produces<Page<StoredTestView>>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        flows.MapGet("/{name}/tests/{test}", (HttpContext http, FlowTestHandler handler, string name, string test, CancellationToken token) =>
                handler.GetAsync(http, name, test, token))
            .WithSummary("A test's script, as it was saved.")
            .Produces<object>()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static void MapChanges(RouteGroupBuilder flows)
    {
        flows.MapPut("/{name}/tests/{test}", (HttpContext http, FlowTestHandler handler, string name, string test, CancellationToken token) =>
                handler.PutAsync(http, name, test, token))
            .WithSummary("Adds or replaces a test: the body is its script, at most 1 MiB.")
            .WithDescription("`GET /api/flows/schema/test` describes scripts. What is not known in a script is refused, with its line.")
            .Accepts<object>("application/json")
            .Produces<StoredTestView>()
            .Produces<StoredTestView>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        flows.MapDelete("/{name}/tests/{test}", (HttpContext http, FlowTestHandler handler, string name, string test, CancellationToken token) =>
                handler.DeleteAsync(http, name, test, token))
            .WithSummary("Deletes a test.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound);
        flows.MapPost("/{name}/tests/from-conversation", (HttpContext http, FlowTestHandler handler, string name, CancellationToken token) =>
                handler.FromConversationAsync(http, name, token))
            .WithSummary("Saves a stored conversation of the flow as a test.")
            .WithDescription(
                "What the user said becomes the turns, what models and the outside answered the stand-ins, what the flow said the expectations. Texts are taken as they were said: what is personal in them is in the test too.")
            .Accepts<FromConversationBody>("application/json")
            .Produces<StoredTestView>()
            .Produces<StoredTestView>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }
}
