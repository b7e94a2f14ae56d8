using System.Text.Json;
using FlowEngine.Api.Access;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Flows;
using FlowEngine.Api.Http;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Stages;
using FlowEngine.Chat.Tenants;
using FlowEngine.Chat.Turns;
using FlowEngine.Hosting;
using FlowEngine.Storage.Audit;
using FlowEngine.Storage.Flows;
using FlowEngine.Storage.Stages;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace FlowEngine.Api.Stages;

/// <summary>The toggle over the API.</summary>
public sealed class StageHandler(
    StageService desk, StageReadiness readiness, StageStore store, AuditStore audit, TenantDirectory tenants, IOptions<FlowEngineOptions> options)
{
    private const int HistoryLength = 20;

    public async Task<Ok<Page<StageView>>> ListAsync(CancellationToken cancellationToken)
    {
        var views = new List<StageView>();
        foreach (var row in await store.ListAsync(options.Value.InstanceId, cancellationToken))
        {
            if (await tenants.FindAsync(row.Slug, cancellationToken) is { } tenant)
            {
                views.Add(View(tenant, await desk.GetAsync(tenant, cancellationToken), null));
            }
        }

        return TypedResults.Ok(new Page<StageView>(views, null));
    }

    public async Task<OkWithEtag<StageView>> GetAsync(Caller caller, CancellationToken cancellationToken) =>
        await ViewAsync(caller.Tenant, await desk.GetAsync(caller.Tenant, cancellationToken), cancellationToken);

    public async Task<Results<OkWithEtag<StageView>, ApiProblem>> PutAsync(
        Caller caller, StageBody body, string? ifMatch, CancellationToken cancellationToken)
    {
        var order = new StageCommand(
            StageNames.Read(body.Stage)!.Value, body.Percentage, body.Sample, body.Reason, caller.Name, Etag.OfExisting(ifMatch));
        var (state, refusal) = await desk.ChangeAsync(caller.Tenant, order, cancellationToken);
        return state is null ? ApiProblem.From(refusal!) : await ViewAsync(caller.Tenant, state, cancellationToken);
    }

    public async Task<Ok<StageReadyView>> ReadyAsync(Caller caller, CancellationToken cancellationToken) =>
        TypedResults.Ok(Ready(caller.Tenant, await readiness.CheckAsync(caller.Tenant, cancellationToken)));

    internal static StageReadyView Ready(TenantSnapshot tenant, IReadOnlyList<ReadyCheck> checks) =>
        new(tenant.Profile.Slug, checks.All(check => check.Passed), checks);

    internal static StageView View(TenantSnapshot tenant, StageState state, IReadOnlyList<StageChangeView>? history) => new(
        tenant.Profile.Slug, StageNames.Of(state.Setting.Stage), state.Setting.Percentage, state.Setting.Sample, state.Source,
        state.Entry?.Reason, state.Entry?.ChangedBy, state.Entry?.UpdatedAt, state.Etag, history);

    private async Task<OkWithEtag<StageView>> ViewAsync(TenantSnapshot tenant, StageState state, CancellationToken cancellationToken)
    {
        var rows = await audit.ListAsync(
            tenant.Profile.Key, new(StageStore.SetAction, null, null), null, HistoryLength, cancellationToken);
        return new(View(tenant, state, [.. rows.Select(row => new StageChangeView(row.CreatedAt, row.Actor, Json(row.Details)))]), state.Etag);
    }

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
}
