using FlowEngine.Api.Access;
using FlowEngine.Api.Chat;
using FlowEngine.Hosting.Access;

namespace FlowEngine.Api.Secrets;

public static class SecretEndpoints
{
    public static void MapSecrets(this IEndpointRouteBuilder endpoints)
    {
        var secrets = endpoints.MapGroup("/api/admin/secrets").WithTags("Secrets").RequireScope(AccessScope.Admin)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        secrets.MapGet("", (HttpContext http, SecretHandler handler, CancellationToken token) => handler.ListAsync(http, token))
            .WithSummary("The names of the tenant's secrets; values are never shown.")
            .Produces<Page<SecretView>>();
        secrets.MapPut("/{name}", (HttpContext http, SecretHandler handler, string name, CancellationToken token) => handler.PutAsync(http, name, token))
            .WithSummary("Stores a secret of the tenant, encrypted, or replaces its value.")
            .WithDescription("AI configurations and flows name it as `secret:NAME`. Every process sees the change within two seconds.")
            .Accepts<SecretBody>("application/json")
            .Produces<SecretView>()
            .Produces<SecretView>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        secrets.MapDelete("/{name}", (HttpContext http, SecretHandler handler, string name, CancellationToken token) =>
                handler.DeleteAsync(http, name, token))
            .WithSummary("Deletes a secret; what names it fails from then on.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }
}
