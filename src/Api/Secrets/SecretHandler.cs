using System.Text.Json;
using FlowEngine.Api.Access;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Problems;
using FlowEngine.Conversations;
using FlowEngine.Hosting.Secrets;
using FlowEngine.Storage.Secrets;

namespace FlowEngine.Api.Secrets;

/// <summary>A tenant's own secrets: written, named and deleted, never read.</summary>
internal sealed class SecretHandler(TenantSecretStore store, SecretProtector protector, StoredSecrets stored)
{
    private const string Value = "value";
    private const int MaxValue = 4000;
    private const int MaxSecrets = 100;

    public async Task<IResult> ListAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var entries = await store.ListAsync(http.Caller().Tenant.Profile.Key, cancellationToken);
        return Results.Json(new Page<SecretView>([.. entries.Select(View)], null), SecretJson.Default.PageSecretView);
    }

    public async Task<IResult> PutAsync(HttpContext http, string name, CancellationToken cancellationToken)
    {
        if (!SecretReference.IsName(name))
        {
            return ApiProblems.InvalidRequest(
                [new("name", "invalid", "'name' must be 1 to 100 letters, digits, '_', '-' and '.'.")]).ToResult();
        }

        var (body, problem) = await JsonBody.ReadAsync(http.Request, cancellationToken);
        if (body is not { } json)
        {
            return problem!.ToResult();
        }

        var (value, fault) = Read(json);
        if (value is null)
        {
            return fault!.ToResult();
        }

        var caller = http.Caller();
        var tenant = caller.Tenant.Profile.Key;
        var put = await store.PutAsync(tenant, name, protector.Protect(tenant, name, value), MaxSecrets, caller.Name, cancellationToken);
        stored.Forget();
        return put is { } made
            ? Results.Json(
                View(made.Entry), SecretJson.Default.SecretView, statusCode: made.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK)
            : ApiProblems.InvalidRequest([new("name", "too_many", $"A tenant has at most {MaxSecrets} secrets. Delete one first.")]).ToResult();
    }

    public async Task<IResult> DeleteAsync(HttpContext http, string name, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var tenant = caller.Tenant.Profile.Key;
        var deleted = await store.DeleteAsync(tenant, name, caller.Name, cancellationToken);
        stored.Forget();
        return deleted ? Results.NoContent() : ApiProblems.NotFound("The tenant has no secret of this name.").ToResult();
    }

    /// <summary>No fault repeats the value.</summary>
    private static (string? Value, ApiProblem? Problem) Read(JsonElement body)
    {
        var members = new BodyMembers(body, []).Known(Value);
        var text = members.TryGet(Value, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        if (text is not { Length: <= MaxValue } || UnicodeText.IsBlank(text) || text.Any(char.IsControl))
        {
            members.Fault(Value, "invalid", $"'{Value}' must be text of 1 to {MaxValue} characters, none of them a control character.");
        }

        return members.Errors.Count == 0 ? (text, null) : (null, ApiProblems.InvalidRequest(members.Errors));
    }

    private static SecretView View(TenantSecretEntry entry) =>
        new(entry.Name, $"{SecretReference.Stored}:{entry.Name}", entry.CreatedAt, entry.UpdatedAt);
}
