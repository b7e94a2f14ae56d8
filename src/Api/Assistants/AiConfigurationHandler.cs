using System.Text.Json;
using FlowEngine.Api.Access;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Problems;
using FlowEngine.Integrations.Models;
using FlowEngine.Storage.Assistants;

namespace FlowEngine.Api.Assistants;

/// <summary>A tenant's AI configurations.</summary>
public sealed class AiConfigurationHandler(AiConfigurationStore store, ModelDirectory models, ModelTrial trial, AllowedEndpoints endpoints)
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

        if (!http.Request.HasJsonContentType())
        {
            return ApiProblems.UnsupportedMediaType().ToResult();
        }

        if (await BoundedBody.ReadAsync(http.Request, AiConfigurationReader.MaxBytes, cancellationToken) is not { } bytes)
        {
            return ApiProblems.TooLarge(AiConfigurationReader.MaxBytes).ToResult();
        }

        var (body, problem) = AiConfigurationReader.Read(bytes, models.Providers);
        if (body is null)
        {
            return problem!.ToResult();
        }

        var caller = http.Caller();
        var tenant = caller.Tenant.Profile.Key;
        var before = await store.FindAsync(tenant, name, cancellationToken);
        if (!caller.IsOperator && !MayUse(body.Settings?.GetRawText(), before, body.Provider))
        {
            return ApiProblems.InvalidRequest([new(
                "/settings/endpoint", "endpoint_not_allowed",
                "'endpoint' is none of FlowEngine:Ai:Endpoints; an operator may add it there, or set it here.")]).ToResult();
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

    private bool MayUse(string? settings, AiConfigurationEntry? before, string provider) =>
        ModelSettingsReader.Read(settings, provider).Settings?.Endpoint is not { } endpoint
        || endpoint == ModelSettingsReader.Read(before?.Settings, provider).Settings?.Endpoint
        || endpoints.Has(endpoint);

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
