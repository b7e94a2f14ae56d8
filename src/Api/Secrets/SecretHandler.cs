using FlowEngine.Api.Access;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Http;
using FlowEngine.Api.Problems;
using FlowEngine.Conversations;
using FlowEngine.Hosting.Secrets;
using FlowEngine.Storage.Secrets;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowEngine.Api.Secrets;

/// <summary>A tenant's own secrets: written, named and deleted, never read.</summary>
internal sealed class SecretHandler(TenantSecretStore store, SecretProtector protector, StoredSecrets stored)
{
    private const int MaxSecrets = 100;

    public async Task<Ok<Page<SecretView>>> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        var entries = await store.ListAsync(caller.Tenant.Profile.Key, cancellationToken);
        return TypedResults.Ok(new Page<SecretView>([.. entries.Select(View)], null));
    }

    public async Task<Results<Created<SecretView>, Ok<SecretView>, ApiProblem>> PutAsync(
        Caller caller, string name, string value, CancellationToken cancellationToken)
    {
        if (!SecretReference.IsName(name))
        {
            return ApiProblems.InvalidRequest([new("name", "invalid", "'name' must be 1 to 100 letters, digits, '_', '-' and '.'.")]);
        }

        var tenant = caller.Tenant.Profile.Key;
        var put = await store.PutAsync(tenant, name, protector.Protect(tenant, name, value), MaxSecrets, caller.Name, cancellationToken);
        stored.Forget();
        return put is not { } made ? ApiProblems.InvalidRequest([new("name", "too_many", $"A tenant has at most {MaxSecrets} secrets. Delete one first.")])
            : made.IsNew ? TypedResults.Created($"/api/admin/secrets/{name}", View(made.Entry))
            : TypedResults.Ok(View(made.Entry));
    }

    public async Task<Results<NoContent, ApiProblem>> DeleteAsync(Caller caller, string name, CancellationToken cancellationToken)
    {
        var deleted = await store.DeleteAsync(caller.Tenant.Profile.Key, name, caller.Name, cancellationToken);
        stored.Forget();
        return deleted ? TypedResults.NoContent() : ApiProblems.NotFound("The tenant has no secret of this name.");
    }

    private static SecretView View(TenantSecretEntry entry) =>
        new(entry.Name, $"{SecretReference.Stored}:{entry.Name}", entry.CreatedAt, entry.UpdatedAt);
}
