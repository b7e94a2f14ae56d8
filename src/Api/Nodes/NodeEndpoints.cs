using FlowEngine.Api.Access;
using FlowEngine.Api.Chat;
using FlowEngine.Hosting.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowEngine.Api.Nodes;

public static class NodeEndpoints
{
    public static void MapNodes(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGroup("/api").WithTags("Flows").RequireScope(AccessScope.Design)
            .MapGet("/nodes", List)
            .WithName("listNodeTypes")
            .WithSummary("Node types that the tenant may use: titles, ports, forms and JSON Schema, what they read, set and do.")
            .WithDescription("Texts are in English and Turkish. `fields` is the form of a type in its order; `configuredBy` says where a configuration names outputs.")
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);

    private static Ok<Page<NodeView>> List(HttpContext http, NodeCatalogue nodes) =>
        TypedResults.Ok(new Page<NodeView>(nodes.Of(http.Caller().Tenant.Profile), null));
}
