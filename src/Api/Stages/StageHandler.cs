using System.Text.Json;
using FlowEngine.Api.Access;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Flows;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Stages;
using FlowEngine.Chat.Tenants;
using FlowEngine.Chat.Turns;
using FlowEngine.Hosting;
using FlowEngine.Storage.Audit;
using FlowEngine.Storage.Flows;
using FlowEngine.Storage.Stages;
using Microsoft.Extensions.Options;

namespace FlowEngine.Api.Stages;

/// <summary>The toggle over the API.</summary>
public sealed class StageHandler(
    StageService desk, StageReadiness readiness, StageStore store, AuditStore audit, TenantDirectory tenants, IOptions<FlowEngineOptions> options)
{
    private const int HistoryLength = 20;

    public async Task<IResult> ListAsync(CancellationToken cancellationToken)
    {
        var views = new List<StageView>();
        foreach (var row in await store.ListAsync(options.Value.InstanceId, cancellationToken))
        {
            if (await tenants.FindAsync(row.Slug, cancellationToken) is { } tenant)
            {
                views.Add(View(tenant, await desk.GetAsync(tenant, cancellationToken), null));
            }
        }

        return Results.Json(new Page<StageView>(views, null), StageJson.Context.PageStageView);
    }

    public async Task<IResult> GetAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var tenant = http.Caller().Tenant;
        return await ViewAsync(http, tenant, await desk.GetAsync(tenant, cancellationToken), cancellationToken);
    }

    public async Task<IResult> PutAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var (body, problem) = await JsonBody.ReadAsync(http.Request, cancellationToken);
        if (body is not { } json)
        {
            return problem!.ToResult();
        }

        var expected = FlowEtag.Expected(http.Request);
        var (order, fault) = StageCommandReader.Read(json, caller.Name, expected == FlowChangeCommand.AnyEtag ? null : expected);
        if (order is null)
        {
            return fault!.ToResult();
        }

        var (state, refusal) = await desk.ChangeAsync(caller.Tenant, order, cancellationToken);
        return state is null ? ApiProblem.From(refusal!).ToResult() : await ViewAsync(http, caller.Tenant, state, cancellationToken);
    }

    public async Task<IResult> ReadyAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var tenant = http.Caller().Tenant;
        return Results.Json(Ready(tenant, await readiness.CheckAsync(tenant, cancellationToken)), StageJson.Context.StageReadyView);
    }

    internal static StageReadyView Ready(TenantSnapshot tenant, IReadOnlyList<ReadyCheck> checks) =>
        new(tenant.Profile.Slug, checks.All(check => check.Passed), checks);

    internal static StageView View(TenantSnapshot tenant, StageState state, IReadOnlyList<StageChangeView>? history) => new(
        tenant.Profile.Slug, StageNames.Of(state.Setting.Stage), state.Setting.Percentage, state.Setting.Sample, state.Source,
        state.Entry?.Reason, state.Entry?.ChangedBy, state.Entry?.UpdatedAt, state.Etag, history);

    private async Task<IResult> ViewAsync(HttpContext http, TenantSnapshot tenant, StageState state, CancellationToken cancellationToken)
    {
        var rows = await audit.ListAsync(
            tenant.Profile.Key, new(StageStore.SetAction, null, null), null, HistoryLength, cancellationToken);
        FlowEtag.Give(http.Response, state.Etag);
        return Results.Json(
            View(tenant, state, [.. rows.Select(row => new StageChangeView(row.CreatedAt, row.Actor, Json(row.Details)))]),
            StageJson.Context.StageView);
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
