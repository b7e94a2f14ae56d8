using FlowEngine.Api.Access;
using FlowEngine.Api.Http;
using FlowEngine.Hosting.Access;

namespace FlowEngine.Api.Flows;

public static class NodeEndpoints
{
    public static void MapNodes(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGroup("/api").WithTags("Flows").RequireScope(AccessScope.Design)
            .MapGet("/nodes", (Caller caller, NodeTypeViews views) => TypedResults.Ok(new Page<NodeTypeView>(views.Of(caller.Tenant.Profile), null)))
            .WithName("listNodeTypes")
            .WithSummary("Node types that the tenant may use: ports, JSON Schema, what they read, set and do.");
}
