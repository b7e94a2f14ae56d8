using System.Text.Json;
using FlowEngine.Api.Access;
using FlowEngine.Api.Http;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Refusals;
using FlowEngine.Drawflow;
using FlowEngine.Drawflow.Comparing;
using FlowEngine.Storage.Flows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowEngine.Api.Flows;

/// <summary>Versions side by side, and their settings.</summary>
public sealed class VersionQueries(FlowVersionStore store)
{
    /// <param name="from">Null: the active version.</param>
    /// <param name="to">Null: the newest version.</param>
    public async Task<Results<Ok<FlowDifferenceView>, ApiProblem>> DiffAsync(
        Caller caller, string name, int? from, int? to, CancellationToken cancellationToken)
    {
        if (from < 1 || to < 1)
        {
            var parameter = from < 1 ? "from" : "to";
            return ApiProblems.InvalidRequest([new(parameter, "invalid", $"'{parameter}' must be the number of a version.")]);
        }

        var tenant = caller.Tenant.Profile.Key;
        var before = await store.GetAsync(tenant, name, from, cancellationToken);
        var after = to is null
            ? await store.NewestAsync(tenant, name, cancellationToken)
            : await store.GetAsync(tenant, name, to, cancellationToken);
        if (before is null || after is null)
        {
            return (before is null ? from : to) is { } number ? FlowProblems.VersionNotFound(name, number) : FlowProblems.NotFound(name);
        }

        if (Read(before) is not { } old)
        {
            return FlowProblems.NotComparable(name, before.Summary.Version);
        }

        if (Read(after) is not { } now)
        {
            return FlowProblems.NotComparable(name, after.Summary.Version);
        }

        var changes = FlowComparison.Compare(old, now);
        return TypedResults.Ok(new FlowDifferenceView(
            name, before.Summary.Version, after.Summary.Version, changes.Count == 0, FlowChangeView.Of(changes)));
    }

    public async Task<Results<OkWithEtag<JsonElement>, ApiProblem>> SettingsAsync(
        Caller caller, string name, int version, CancellationToken cancellationToken) =>
        await store.GetAsync(caller.Tenant.Profile.Key, name, version, cancellationToken) is { } detail
            ? new OkWithEtag<JsonElement>(Settings(detail.Settings), detail.Summary.Etag)
            : FlowProblems.VersionNotFound(name, version);

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
}
