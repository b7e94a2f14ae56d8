using System.Text.Json;
using FlowEngine.Api.Access;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Http;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Refusals;
using FlowEngine.Storage.Access;
using FlowEngine.Storage.Audit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowEngine.Api.Audit;

/// <summary>Who changed what of the caller's tenant.</summary>
public sealed class AuditQueries(AuditStore store, ApiKeyStore keys)
{
    private const int PageSize = 50;
    private const int MaxLength = 200;

    public async Task<Results<Ok<Page<AuditEntryView>>, ApiProblem>> ListAsync(
        Caller caller, AuditFilter filter, string? next, CancellationToken cancellationToken)
    {
        var (before, cursor) = Cursor.Read(next);
        var faults = new[] { Fault("action", filter.Action), Fault("entity", filter.Entity), Fault("subject", filter.Subject), cursor }
            .OfType<FieldError>().ToList();
        if (faults.Count > 0)
        {
            return ApiProblems.InvalidRequest(faults);
        }

        var tenant = caller.Tenant.Profile.Key;
        var rows = await store.ListAsync(tenant, filter, before, PageSize + 1, cancellationToken);
        var names = (await keys.ListAsync(tenant.TenantId, cancellationToken)).ToDictionary(key => Caller.NameOf(key.Id), key => key.Name, StringComparer.Ordinal);
        return TypedResults.Ok(Cursor.Page(rows, PageSize, row => View(row, names.GetValueOrDefault(row.Actor)), row => row.Id));
    }

    private static AuditEntryView View(AuditEntry row, string? actorName) =>
        new(row.Id, row.CreatedAt, row.Actor, actorName, row.Action, row.Subject, Json(row.Details), row.Status, row.Code, row.DurationMs);

    /// <summary>Null where it is no JSON.</summary>
    private static JsonElement? Json(string? text)
    {
        try
        {
            return string.IsNullOrWhiteSpace(text) ? null : JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static FieldError? Fault(string parameter, string? value) => value is { Length: 0 or > MaxLength } || value?.Contains('\0') == true
        ? new(parameter, "invalid", $"'{parameter}' must be text of 1 to {MaxLength} characters.")
        : null;
}
