using System.Text.Json;
using FlowEngine.Api.Access;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Refusals;
using FlowEngine.Hosting.Secrets;
using FlowEngine.Integrations.Models;
using FlowEngine.Integrations.Resilience;
using FlowEngine.Storage.Assistants;

namespace FlowEngine.Api.Assistants;

/// <summary>A tenant's AI configurations.</summary>
internal sealed class AiConfigurationHandler(
    AiConfigurationStore store, ModelDirectory models, ModelTrial trial, ModelEndpoints endpoints, TenantSecrets secrets)
{
    public async Task<IResult> ListAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(http.Caller().Tenant.Profile.Key, cancellationToken);
        return Results.Json(new Page<AiConfigurationView>([.. rows.Select(View)], null), AiConfigurationJson.Context.PageAiConfigurationView);
    }

    public async Task<IResult> GetAsync(HttpContext http, string name, CancellationToken cancellationToken) =>
        await store.FindAsync(http.Caller().Tenant.Profile.Key, name, cancellationToken) is { } row
            ? Results.Json(View(row), AiConfigurationJson.Context.AiConfigurationView)
            : NotFound(name);

    public async Task<IResult> PutAsync(HttpContext http, string name, CancellationToken cancellationToken)
    {
        if (AiConfigurationReader.FaultOfName(name) is { } fault)
        {
            return ApiProblems.InvalidRequest([fault]).ToResult();
        }

        var (json, unread) = await JsonBody.ReadAsync(http.Request, cancellationToken, AiConfigurationReader.MaxBytes);
        if (json is not { } sent)
        {
            return unread!.ToResult();
        }

        var (body, problem) = AiConfigurationReader.Read(sent, models.Providers);
        if (body is null)
        {
            return problem!.ToResult();
        }

        var caller = http.Caller();
        var tenant = caller.Tenant.Profile.Key;
        if (FaultOf(caller.Tenant.Profile.Slug, body) is { } refused)
        {
            return ApiProblems.InvalidRequest([refused]).ToResult();
        }

        var (entry, isNew) = await store.PutAsync(tenant, Entry(name, body), caller.Name, cancellationToken);
        return Results.Json(
            View(entry), AiConfigurationJson.Context.AiConfigurationView, statusCode: isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    public async Task<IResult> DeleteAsync(HttpContext http, string name, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        return await store.DeleteAsync(caller.Tenant.Profile.Key, name, caller.Name, cancellationToken) ? Results.NoContent() : NotFound(name);
    }

    public async Task<IResult> TestAsync(HttpContext http, string name, CancellationToken cancellationToken)
    {
        var tenant = http.Caller().Tenant.Profile.Key;
        if (await store.FindAsync(tenant, name, cancellationToken) is not { } row)
        {
            return NotFound(name);
        }

        var configuration = new AiConfiguration(row.Name, row.Provider, row.ModelName, row.IsDefault, row.Settings, row.Priority, tenant);
        return Results.Json(await trial.RunAsync(tenant, configuration, cancellationToken), AiConfigurationJson.Context.AiConfigurationTestView);
    }

    /// <summary>What would be refused at the first call. Calls are checked all the same: rows come by other ways too, and grants change.</summary>
    private FieldError? FaultOf(string slug, AiConfigurationBody body)
    {
        var settings = ModelSettingsReader.Read(body.Settings?.GetRawText(), body.Provider).Settings!;
        if (settings.Endpoint is { } own && endpoints.IsRefused(own))
        {
            return new(
                "/settings/endpoint", "endpoint_not_allowed",
                "'endpoint' is not on the public internet. The operator can allow it in FlowEngine:Ai:Endpoints.");
        }

        return settings.ApiKey is { } reference && (settings.Endpoint ?? models.ServiceOf(body.Provider)) is { } endpoint
            && !secrets.MayBeSentToModel(slug, reference, endpoint)
                ? new(
                    "/settings/api_key", "secret_not_granted",
                    "'api_key' names a secret of the service that is not granted for this endpoint. Store the tenant's own key with "
                    + "PUT /api/admin/secrets/NAME and write secret:NAME, or ask the operator to grant it in FlowEngine:Ai:Secrets.")
                : null;
    }

    private static AiConfigurationEntry Entry(string name, AiConfigurationBody body) => new(
        name, body.Provider, body.ModelName, body.IsActive, body.IsDefault, body.Priority, body.Settings?.GetRawText(), default);

    private static AiConfigurationView View(AiConfigurationEntry row)
    {
        var faults = ModelSettingsReader.Read(row.Settings, row.Provider).Faults;
        JsonElement? settings = faults.Count == 0 && row.Settings is { Length: > 0 } json ? JsonElement.Parse(json) : null;
        return new(
            row.Name, row.Provider, row.ModelName, row.IsActive, row.IsDefault, row.Priority, settings, row.UpdatedAt, faults.Count == 0 ? null : faults);
    }

    private static IResult NotFound(string name) => ApiProblems.NotFound($"The tenant has no AI configuration '{name}'.").ToResult();
}
