using FlowEngine.Api.Access;
using FlowEngine.Api.Chat;
using FlowEngine.Hosting.Access;

namespace FlowEngine.Api.Flows;

public static class NodeEndpoints
{
    public static void MapNodes(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGroup("/api").WithTags("Flows").RequireScope(AccessScope.Design)
            .MapGet("/nodes", (HttpContext http, NodeTypeViews views) => Results.Json(
                new Page<NodeTypeView>(views.Of(http.Caller().Tenant.Profile), null), FlowJson.Context.PageNodeTypeView))
            .WithSummary("Node types that the tenant may use: ports, JSON Schema, what they read, set and do.")
            .Produces<Page<NodeTypeView>>()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
}
