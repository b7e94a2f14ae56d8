using FlowEngine.Api.Access;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Tenants;
using FlowEngine.Storage.Flows;

namespace FlowEngine.Api.Flows;

/// <summary>The life of a version after it was saved: published, rolled back to, archived, copied with other settings.</summary>
public sealed class VersionHandler(
    FlowVersionStore store, FlowVersionChanges changes, FlowPublisher publisher, TenantDirectory tenants)
{
    public async Task<IResult> PublishAsync(HttpContext http, string name, int version, CancellationToken cancellationToken)
    {
        var reason = RequestText.Query(http.Request, FlowText.Override);
        if (RequestText.Fault(FlowText.Override, reason) is { } fault)
        {
            return ApiProblems.InvalidRequest([fault]).ToResult();
        }

        var caller = http.Caller();
        var tenant = caller.Tenant;
        if (await store.GetAsync(tenant.Profile.Key, name, version, cancellationToken) is not { } detail)
        {
            return FlowProblems.VersionNotFound(name, version).ToResult();
        }

        var verdict = await publisher.JudgeAsync(tenant, detail, reason, cancellationToken);
        if (verdict.Refusal is not null)
        {
            return verdict.Refusal.ToResult();
        }

        var order = Overriding(new(caller.Name, FlowEtag.Expected(http.Request)), verdict, reason);
        var result = await changes.PublishAsync(tenant.Profile.Key, name, version, order, cancellationToken);
        return Answer(http, name, version, result, verdict.Findings);
    }

    public async Task<IResult> RollBackAsync(HttpContext http, string name, CancellationToken cancellationToken)
    {
        var (body, problem) = await RollbackBody.ReadAsync(http.Request, cancellationToken);
        if (body is null)
        {
            return problem!.ToResult();
        }

        var caller = http.Caller();
        var tenant = caller.Tenant;
        if (await store.GetAsync(tenant.Profile.Key, name, body.Version, cancellationToken) is not { } detail)
        {
            return FlowProblems.VersionNotFound(name, body.Version).ToResult();
        }

        var verdict = await publisher.JudgeAsync(tenant, detail, body.Override, cancellationToken);
        if (verdict.Refusal is not null)
        {
            return verdict.Refusal.ToResult();
        }

        var order = Overriding(new(caller.Name, FlowEtag.Expected(http.Request)), verdict, body.Override) with
        {
            Note = body.Note ?? $"Back to version {body.Version}",
        };
        var result = await changes.RollBackAsync(tenant.Profile.Key, name, body.Version, order, cancellationToken);
        return Answer(http, name, body.Version, result, verdict.Findings);
    }

    public async Task<IResult> ArchiveAsync(HttpContext http, string name, int version, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var order = new FlowChangeCommand(caller.Name, FlowEtag.Expected(http.Request));
        var result = await changes.ArchiveAsync(caller.Tenant.Profile.Key, name, version, order, cancellationToken);
        return Refusal(name, version, result.Outcome)?.ToResult() ?? Results.NoContent();
    }

    /// <summary>A version never changes: other settings make a new draft with the same document.</summary>
    public async Task<IResult> SaveSettingsAsync(HttpContext http, string name, int version, CancellationToken cancellationToken)
    {
        var (settings, problem) = await SettingsBody.ReadAsync(http.Request, cancellationToken);
        if (settings is null)
        {
            return problem!.ToResult();
        }

        var caller = http.Caller();
        var tenant = caller.Tenant.Profile;
        if (await store.GetAsync(tenant.Key, name, version, cancellationToken) is not { } detail)
        {
            return FlowProblems.VersionNotFound(name, version).ToResult();
        }

        var order = new FlowChangeCommand(caller.Name, FlowEtag.Expected(http.Request)) { Note = settings.Note };
        var result = await changes.SaveSettingsAsync(tenant.Key, name, version, settings.Over(detail.Settings), order, cancellationToken);
        var (findings, _) = await publisher.CheckAsync(tenant, detail, cancellationToken);
        return Answer(http, name, version, result, findings);
    }

    /// <summary>A reason counts, and is audited, only where there was something to override.</summary>
    private static FlowChangeCommand Overriding(FlowChangeCommand order, FlowVerdict verdict, string? reason) =>
        verdict.FailedTests.Count == 0 ? order : order with { Override = reason, FailedTests = verdict.FailedTests };

    private static ApiProblem? Refusal(string name, int version, FlowChangeOutcome outcome) => outcome switch
    {
        FlowChangeOutcome.Done => null,
        FlowChangeOutcome.Changed => FlowProblems.Changed(name),
        FlowChangeOutcome.Archived => FlowProblems.Archived(name, version),
        FlowChangeOutcome.Active => FlowProblems.Active(name, version),
        _ => FlowProblems.VersionNotFound(name, version),
    };

    private IResult Answer(HttpContext http, string name, int version, FlowChangeResult result, IReadOnlyList<FindingView> findings)
    {
        if (Refusal(name, version, result.Outcome) is { } refusal)
        {
            return refusal.ToResult();
        }

        tenants.Forget();
        var saved = result.Version!;
        FlowEtag.Give(http.Response, saved.Etag);
        return Results.Json(new SavedFlowView(saved.Name, saved.Version, saved.IsActive, saved.Etag, findings), FlowJson.Context.SavedFlowView);
    }
}
