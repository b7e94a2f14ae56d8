using FlowEngine.Api.Access;
using FlowEngine.Api.Chat;
using FlowEngine.Hosting.Access;

namespace FlowEngine.Api.Assistants;

public static class AiConfigurationEndpoints
{
    public static void MapAiConfigurations(this IEndpointRouteBuilder endpoints)
    {
        var configurations = endpoints.MapGroup("/api/admin/ai-configurations").WithTags("AI configurations").RequireScope(AccessScope.Admin)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        configurations.MapGet("", (HttpContext http, AiConfigurationHandler handler, CancellationToken token) => handler.ListAsync(http, token))
            .WithSummary("The tenant's AI configurations by name; keys are references.")
            .Produces<Page<AiConfigurationView>>();
        configurations.MapGet("/{name}", (HttpContext http, AiConfigurationHandler handler, string name, CancellationToken token) =>
                handler.GetAsync(http, name, token))
            .WithSummary("One AI configuration.")
            .Produces<AiConfigurationView>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        configurations.MapPut("/{name}", (HttpContext http, AiConfigurationHandler handler, string name, CancellationToken token) =>
                handler.PutAsync(http, name, token))
            .WithSummary("Adds or replaces an AI configuration.")
            .WithDescription("A key is a reference: `secret:NAME` of the tenant, or `env:NAME` and `config:NAME` of the service where the operator granted it for the endpoint. A new default one takes the place of the old.")
            .Accepts<AiConfigurationBody>("application/json")
            .Produces<AiConfigurationView>()
            .Produces<AiConfigurationView>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        configurations.MapDelete("/{name}", (HttpContext http, AiConfigurationHandler handler, string name, CancellationToken token) =>
                handler.DeleteAsync(http, name, token))
            .WithSummary("Deletes an AI configuration.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound);
        configurations.MapPost("/{name}/test", (HttpContext http, AiConfigurationHandler handler, string name, CancellationToken token) =>
                handler.TestAsync(http, name, token))
            .WithSummary("Asks the model one small question, active or not: how long it took, or why it failed.")
            .Produces<AiConfigurationTestView>()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }
}
