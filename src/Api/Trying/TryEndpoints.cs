using FlowEngine.Api.Access;
using FlowEngine.Chat.Trying;
using FlowEngine.Hosting.Access;

namespace FlowEngine.Api.Trying;

public static class TryEndpoints
{
    public static void MapTries(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGroup("/api/flows").WithTags("Flow tests").RequireScope(AccessScope.Design)
            .MapPost("/{name}/versions/{version:int}/try", (HttpContext http, TryHandler handler, string name, int version, CancellationToken token) =>
                handler.TryAsync(http, name, version, token))
            .WithSummary("One turn on a version, a draft too: the reply, the state for the next try, and the trace with the variables around each step.")
            .WithDescription(
                "Nothing is stored and nothing is sent: effects are recorded. Models are asked, within the limits of a turn. With `node` this node alone runs; with `document` that export is tried instead of the version.")
            .Accepts<TryBody>("application/json")
            .Produces<TryView>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
