using System.Globalization;
using System.Text.Json;
using FlowEngine.Api.Access;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Refusals;
using FlowEngine.Drawflow;
using FlowEngine.Drawflow.Comparing;
using FlowEngine.Storage.Flows;

namespace FlowEngine.Api.Flows;

/// <summary>Versions side by side, and their settings.</summary>
public sealed class VersionQueries(FlowVersionStore store)
{
    /// <param name="from">Null: the active version.</param>
    /// <param name="to">Null: the newest version.</param>
    public async Task<IResult> DiffAsync(HttpContext http, string name, string? from, string? to, CancellationToken cancellationToken)
    {
        var faults = new[] { Fault("from", from), Fault("to", to) }.OfType<FieldError>().ToList();
        if (faults.Count > 0)
        {
            return ApiProblems.InvalidRequest(faults).ToResult();
        }

        var tenant = http.Caller().Tenant.Profile.Key;
        var before = await store.GetAsync(tenant, name, Number(from), cancellationToken);
        var after = to is null
            ? await store.NewestAsync(tenant, name, cancellationToken)
            : await store.GetAsync(tenant, name, Number(to), cancellationToken);
        if (before is null || after is null)
        {
            return Missing(name, before is null ? Number(from) : Number(to)).ToResult();
        }

        if (Read(before) is not { } old)
        {
            return FlowProblems.NotComparable(name, before.Summary.Version).ToResult();
        }

        if (Read(after) is not { } now)
        {
            return FlowProblems.NotComparable(name, after.Summary.Version).ToResult();
        }

        var changes = FlowComparison.Compare(old, now);
        return Results.Json(
            new FlowDifferenceView(name, before.Summary.Version, after.Summary.Version, changes.Count == 0, FlowChangeView.Of(changes)),
            FlowJson.Context.FlowDifferenceView);
    }

    public async Task<IResult> SettingsAsync(HttpContext http, string name, int version, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(http.Caller().Tenant.Profile.Key, name, version, cancellationToken) is not { } detail)
        {
            return FlowProblems.VersionNotFound(name, version).ToResult();
        }

        FlowEtag.Give(http.Response, detail.Summary.Etag);
        return Results.Json(Settings(detail.Settings), FlowJson.Context.JsonElement);
    }

    private static JsonElement Settings(string? stored)
    {
        try
        {
            return JsonElement.Parse(string.IsNullOrWhiteSpace(stored) ? "{}" : stored);
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(stored!, FlowJson.Context.String);
        }
    }

    private static ComparedFlow? Read(FlowVersionDetail version) =>
        DrawflowReader.Read(version.FlowData).Document is { } document ? new(document, version.StartNodeId, version.Settings) : null;

    private static ApiProblem Missing(string name, int? version) =>
        version is { } number ? FlowProblems.VersionNotFound(name, number) : FlowProblems.NotFound(name);

    private static FieldError? Fault(string parameter, string? value) =>
        value is null || Number(value) is > 0 ? null : new(parameter, "invalid", $"'{parameter}' must be the number of a version.");

    private static int? Number(string? value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
