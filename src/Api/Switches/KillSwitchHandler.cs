using FlowEngine.Api.Access;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Tenants;
using FlowEngine.Hosting;
using FlowEngine.Storage.Switches;
using Microsoft.Extensions.Options;

namespace FlowEngine.Api.Switches;

/// <summary>What is switched off: of the whole service for an operator who names no tenant, else of the caller's tenant.</summary>
public sealed class KillSwitchHandler(
    KillSwitchStore store, KillSwitchSubjects subjects, TenantDirectory tenants, IOptions<FlowEngineOptions> options, TimeProvider time)
{
    private string Instance => options.Value.InstanceId;

    public async Task<IResult> ListAsync(HttpContext http, CancellationToken cancellationToken) =>
        await ViewAsync(TenantOf(http), cancellationToken);

    public async Task<IResult> PutAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var (body, problem) = await JsonBody.ReadAsync(http.Request, cancellationToken);
        if (body is not { } json)
        {
            return problem!.ToResult();
        }

        var caller = http.ServiceOperator() is null ? http.Caller() : null;
        var (order, fault) = KillSwitchReader.Read(json, caller is null, time.GetUtcNow());
        if (order is null)
        {
            return fault!.ToResult();
        }

        if (await subjects.FaultAsync(caller?.Tenant.Profile.Key, order, cancellationToken) is { } unknown)
        {
            return unknown.ToResult();
        }

        var tenant = TenantOf(http);
        await store.SetAsync(tenant, Instance, order.Kind, order.Subject, order.Reason, order.ExpiresAt, Actor(http), cancellationToken);
        tenants.Forget();
        return await ViewAsync(tenant, cancellationToken);
    }

    public async Task<IResult> DeleteAsync(HttpContext http, string? kind, string? subject, CancellationToken cancellationToken)
    {
        var faults = KillSwitchReader.Faults("", kind, subject, http.ServiceOperator() is not null).ToList();
        if (faults.Count > 0)
        {
            return ApiProblems.InvalidRequest(faults).ToResult();
        }

        var tenant = TenantOf(http);
        await store.ClearAsync(tenant, Instance, kind!, subject ?? "", Actor(http), cancellationToken);
        tenants.Forget();
        return await ViewAsync(tenant, cancellationToken);
    }

    /// <summary>0: of the whole service.</summary>
    private static long TenantOf(HttpContext http) => http.ServiceOperator() is null ? http.Caller().Tenant.Profile.Key.TenantId : 0;

    private static string Actor(HttpContext http) => http.ServiceOperator() ?? http.Caller().Name;

    private async Task<IResult> ViewAsync(long tenant, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(tenant, Instance, cancellationToken);
        return Results.Json(
            new Page<KillSwitchView>([.. rows.Select(View)], null), SwitchJson.Context.PageKillSwitchView);
    }

    private static KillSwitchView View(KillSwitch row) => new(
        row.IsServiceWide ? "service" : "tenant", row.Kind, row.Subject.Length == 0 ? null : row.Subject, row.Reason, row.By, row.At, row.ExpiresAt);
}
