using FlowEngine.Api.Access;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Trying;
using FlowEngine.Hosting.Access;

namespace FlowEngine.Api.Trying;

public static class TryEndpoints
{
    public static void MapTries(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGroup("/api/flows").WithTags("Flow tests").RequireScope(AccessScope.Design)
            .MapPost("/{name}/versions/{version:int}/try", (
                    Caller caller, TryHandler handler, string name, int version, Body<TryBody> body, CancellationToken token) =>
                handler.TryAsync(caller, name, version, body.Value, token))
            .WithName("tryFlowVersion")
            .WithSummary("One turn on a version, a draft too: the reply, the state for the next try, and the trace with the variables around each step.")
            .WithDescription(
                "Nothing is stored and nothing is sent: effects are recorded. Models are asked, within the limits of a turn. With `node` this node alone runs; with `document` that export is tried instead of the version.")
            .Problems(404);
}
