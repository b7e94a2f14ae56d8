using FlowEngine.Api.Access;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Problems;
using FlowEngine.Hosting.Access;

namespace FlowEngine.Api.Assistants;

public static class AiConfigurationEndpoints
{
    public static void MapAiConfigurations(this IEndpointRouteBuilder endpoints)
    {
        var configurations = endpoints.MapGroup("/api/admin/ai-configurations").WithTags("AI configurations").RequireScope(AccessScope.Admin);
        configurations.MapGet("", (Caller caller, AiConfigurationHandler handler, CancellationToken token) => handler.ListAsync(caller, token))
            .WithName("listAiConfigurations")
            .WithSummary("The tenant's AI configurations by name; keys are references.");
        configurations.MapGet("/{name}", (Caller caller, AiConfigurationHandler handler, string name, CancellationToken token) =>
                handler.GetAsync(caller, name, token))
            .WithName("getAiConfiguration")
            .WithSummary("One AI configuration.")
            .Problems(404);
        configurations.MapPut("/{name}", (
                    Caller caller, AiConfigurationHandler handler, string name, Body<AiConfigurationBody> body, CancellationToken token) =>
                handler.PutAsync(caller, name, body.Value, token))
            .WithName("saveAiConfiguration")
            .WithSummary("Adds or replaces an AI configuration.")
            .WithDescription("A key is a reference: `secret:NAME` of the tenant, or `env:NAME` and `config:NAME` of the service where the operator granted it for the endpoint. A new default one takes the place of the old.");
        configurations.MapDelete("/{name}", (Caller caller, AiConfigurationHandler handler, string name, CancellationToken token) =>
                handler.DeleteAsync(caller, name, token))
            .WithName("deleteAiConfiguration")
            .WithSummary("Deletes an AI configuration.")
            .Problems(404);
        configurations.MapPost("/{name}/test", (Caller caller, AiConfigurationHandler handler, string name, CancellationToken token) =>
                handler.TestAsync(caller, name, token))
            .WithName("testAiConfiguration")
            .WithSummary("Asks the model one small question, active or not: how long it took, or why it failed.")
            .Problems(404);
    }
}
