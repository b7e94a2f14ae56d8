using FlowEngine.Api.Chat;
using FlowEngine.Api.Http;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Tenants;
using FlowEngine.Hosting;
using FlowEngine.Storage.Switches;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace FlowEngine.Api.Switches;

/// <summary>What is switched off: of the whole service for an operator who names no tenant, else of the caller's tenant.</summary>
public sealed class KillSwitchHandler(
    KillSwitchStore store, KillSwitchSubjects subjects, TenantDirectory tenants, IOptions<FlowEngineOptions> options, TimeProvider time)
{
    private string Instance => options.Value.InstanceId;

    public async Task<Ok<Page<KillSwitchView>>> ListAsync(SwitchOwner owner, CancellationToken cancellationToken) =>
        await ViewAsync(owner, cancellationToken);

    public async Task<Results<Ok<Page<KillSwitchView>>, ApiProblem>> PutAsync(
        SwitchOwner owner, KillSwitchBody body, CancellationToken cancellationToken)
    {
        if (KillSwitchFaults.Of(body, owner.IsService, time.GetUtcNow()) is { Count: > 0 } faults)
        {
            return ApiProblems.InvalidRequest(faults);
        }

        if (await subjects.FaultAsync(owner.Tenant, body, cancellationToken) is { } unknown)
        {
            return unknown;
        }

        await store.SetAsync(owner.TenantId, Instance, body.Kind, body.Subject ?? "", body.Reason, body.ExpiresAt, owner.Actor, cancellationToken);
        tenants.Forget();
        return await ViewAsync(owner, cancellationToken);
    }

    public async Task<Results<Ok<Page<KillSwitchView>>, ApiProblem>> DeleteAsync(
        SwitchOwner owner, string kind, string? subject, CancellationToken cancellationToken)
    {
        if (KillSwitchFaults.Of("", kind, subject, owner.IsService).ToList() is { Count: > 0 } faults)
        {
            return ApiProblems.InvalidRequest(faults);
        }

        await store.ClearAsync(owner.TenantId, Instance, kind, subject ?? "", owner.Actor, cancellationToken);
        tenants.Forget();
        return await ViewAsync(owner, cancellationToken);
    }

    private async Task<Ok<Page<KillSwitchView>>> ViewAsync(SwitchOwner owner, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(owner.TenantId, Instance, cancellationToken);
        return TypedResults.Ok(new Page<KillSwitchView>([.. rows.Select(View)], null));
    }

    private static KillSwitchView View(KillSwitch row) => new(
        row.IsServiceWide ? "service" : "tenant", row.Kind, row.Subject.Length == 0 ? null : row.Subject, row.Reason, row.By, row.At, row.ExpiresAt);
}
