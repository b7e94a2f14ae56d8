using System.Text.Json;
using FlowEngine.Api.Access;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Http;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Refusals;
using FlowEngine.Hosting.Secrets;
using FlowEngine.Integrations.Models;
using FlowEngine.Integrations.Resilience;
using FlowEngine.Storage.Assistants;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowEngine.Api.Assistants;

/// <summary>A tenant's AI configurations.</summary>
internal sealed class AiConfigurationHandler(
    AiConfigurationStore store, ModelDirectory models, ModelTrial trial, ModelEndpoints endpoints, TenantSecrets secrets)
{
    public async Task<Ok<Page<AiConfigurationView>>> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(caller.Tenant.Profile.Key, cancellationToken);
        return TypedResults.Ok(new Page<AiConfigurationView>([.. rows.Select(View)], null));
    }

    public async Task<Results<Ok<AiConfigurationView>, ApiProblem>> GetAsync(Caller caller, string name, CancellationToken cancellationToken) =>
        await store.FindAsync(caller.Tenant.Profile.Key, name, cancellationToken) is { } row ? TypedResults.Ok(View(row)) : NotFound(name);

    public async Task<Results<Created<AiConfigurationView>, Ok<AiConfigurationView>, ApiProblem>> PutAsync(
        Caller caller, string name, AiConfigurationBody body, CancellationToken cancellationToken)
    {
        if (AiConfigurationFaults.OfName(name) is { } fault)
        {
            return ApiProblems.InvalidRequest([fault]);
        }

        if (AiConfigurationFaults.Of(body, models.Providers) is { Count: > 0 } faults)
        {
            return ApiProblems.InvalidRequest(faults);
        }

        body = body with { Provider = body.Provider.ToLowerInvariant() };
        var tenant = caller.Tenant.Profile;
        if (FaultOf(tenant.Slug, body) is { } refused)
        {
            return ApiProblems.InvalidRequest([refused]);
        }

        var (entry, isNew) = await store.PutAsync(tenant.Key, Entry(name, body), caller.Name, cancellationToken);
        return isNew
            ? TypedResults.Created($"/api/admin/ai-configurations/{Uri.EscapeDataString(name)}", View(entry))
            : TypedResults.Ok(View(entry));
    }

    public async Task<Results<NoContent, ApiProblem>> DeleteAsync(Caller caller, string name, CancellationToken cancellationToken) =>
        await store.DeleteAsync(caller.Tenant.Profile.Key, name, caller.Name, cancellationToken) ? TypedResults.NoContent() : NotFound(name);

    public async Task<Results<Ok<AiConfigurationTestView>, ApiProblem>> TestAsync(Caller caller, string name, CancellationToken cancellationToken)
    {
        var tenant = caller.Tenant.Profile.Key;
        if (await store.FindAsync(tenant, name, cancellationToken) is not { } row)
        {
            return NotFound(name);
        }

        var configuration = new AiConfiguration(row.Name, row.Provider, row.ModelName, row.IsDefault, row.Settings, row.Priority, tenant);
        return TypedResults.Ok(await trial.RunAsync(tenant, configuration, cancellationToken));
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
        name, body.Provider, body.ModelName, body.IsActive ?? true, body.IsDefault ?? false, body.Priority ?? 0, body.Settings?.GetRawText(), default);

    private static AiConfigurationView View(AiConfigurationEntry row)
    {
        var faults = ModelSettingsReader.Read(row.Settings, row.Provider).Faults;
        JsonElement? settings = faults.Count == 0 && row.Settings is { Length: > 0 } json ? JsonElement.Parse(json) : null;
        return new(
            row.Name, row.Provider, row.ModelName, row.IsActive, row.IsDefault, row.Priority, settings, row.UpdatedAt, faults.Count == 0 ? null : faults);
    }

    private static ApiProblem NotFound(string name) => ApiProblems.NotFound($"The tenant has no AI configuration '{name}'.");
}
