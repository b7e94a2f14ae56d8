using System.Globalization;
using System.Text.Json;
using FlowEngine.Api.Access;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Refusals;
using FlowEngine.Storage.Access;
using FlowEngine.Storage.Audit;

namespace FlowEngine.Api.Audit;

/// <summary>Who changed what of the caller's tenant.</summary>
public sealed class AuditQueries(AuditStore store, ApiKeyStore keys)
{
    private const int PageSize = 50;
    private const int MaxLength = 200;

    public async Task<IResult> ListAsync(HttpContext http, AuditFilter filter, string? next, CancellationToken cancellationToken)
    {
        var faults = new[] { Fault("action", filter.Action), Fault("entity", filter.Entity), Fault("subject", filter.Subject) }.OfType<FieldError>().ToList();
        var before = 0L;
        if (next is not null && !long.TryParse(next, NumberStyles.None, CultureInfo.InvariantCulture, out before))
        {
            faults.Add(new("next", "invalid_cursor", "'next' is not one that a list gave."));
        }

        if (faults.Count > 0)
        {
            return ApiProblems.InvalidRequest(faults).ToResult();
        }

        var tenant = http.Caller().Tenant.Profile.Key;
        var rows = await store.ListAsync(tenant, filter, next is null ? null : before, PageSize + 1, cancellationToken);
        var names = (await keys.ListAsync(tenant.TenantId, cancellationToken)).ToDictionary(key => Caller.NameOf(key.Id), key => key.Name, StringComparer.Ordinal);
        var page = new Page<AuditEntryView>(
            [.. rows.Take(PageSize).Select(row => View(row, names.GetValueOrDefault(row.Actor)))],
            rows.Count > PageSize ? rows[PageSize - 1].Id.ToString(CultureInfo.InvariantCulture) : null);
        return Results.Json(page, AuditJson.Context.PageAuditEntryView);
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
