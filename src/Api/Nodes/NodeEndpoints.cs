using FlowEngine.Api.Access;
using FlowEngine.Api.Http;
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
            .WithDescription("Texts are in English and Turkish. `fields` is the form of a type in its order; `configuredBy` says where a configuration names outputs.");

    private static Ok<Page<NodeView>> List(Caller caller, NodeCatalogue nodes) =>
        TypedResults.Ok(new Page<NodeView>(nodes.Of(caller.Tenant.Profile), null));
}
