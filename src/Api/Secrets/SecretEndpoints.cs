using FlowEngine.Api.Access;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Problems;
using FlowEngine.Hosting.Access;

namespace FlowEngine.Api.Secrets;

public static class SecretEndpoints
{
    public static void MapSecrets(this IEndpointRouteBuilder endpoints)
    {
        var secrets = endpoints.MapGroup("/api/admin/secrets").WithTags("Secrets").RequireScope(AccessScope.Admin);
        secrets.MapGet("", (Caller caller, SecretHandler handler, CancellationToken token) => handler.ListAsync(caller, token))
            .WithName("listSecrets")
            .WithSummary("The names of the tenant's secrets; values are never shown.");
        secrets.MapPut("/{name}", (Caller caller, SecretHandler handler, string name, Body<SecretBody> body, CancellationToken token) =>
                handler.PutAsync(caller, name, body.Value.Value, token))
            .WithName("saveSecret")
            .WithSummary("Stores a secret of the tenant, encrypted, or replaces its value.")
            .WithDescription("AI configurations and flows name it as `secret:NAME`. Every process sees the change within two seconds.");
        secrets.MapDelete("/{name}", (Caller caller, SecretHandler handler, string name, CancellationToken token) => handler.DeleteAsync(caller, name, token))
            .WithName("deleteSecret")
            .WithSummary("Deletes a secret; what names it fails from then on.")
            .Problems(404);
    }
}
