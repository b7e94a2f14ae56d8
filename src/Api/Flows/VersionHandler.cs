using FlowEngine.Api.Access;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Http;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Tenants;
using FlowEngine.Storage.Flows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowEngine.Api.Flows;

/// <summary>The life of a version after it was saved: published, rolled back to, archived, copied with other settings.</summary>
public sealed class VersionHandler(
    FlowVersionStore store, FlowVersionChanges changes, FlowPublisher publisher, TenantDirectory tenants)
{
    public async Task<Results<OkWithEtag<SavedFlowView>, ApiProblem>> PublishAsync(
        Caller caller, string name, int version, string? reason, string? ifMatch, CancellationToken cancellationToken)
    {
        if (RequestText.Fault(FlowText.Override, reason) is { } fault)
        {
            return ApiProblems.InvalidRequest([fault]);
        }

        var tenant = caller.Tenant;
        if (await store.GetAsync(tenant.Profile.Key, name, version, cancellationToken) is not { } detail)
        {
            return FlowProblems.VersionNotFound(name, version);
        }

        var verdict = await publisher.JudgeAsync(tenant, detail, reason, cancellationToken);
        if (verdict.Refusal is not null)
        {
            return verdict.Refusal;
        }

        var order = Overriding(new(caller.Name, Etag.Expected(ifMatch)), verdict, reason);
        var result = await changes.PublishAsync(tenant.Profile.Key, name, version, order, cancellationToken);
        return Answer(name, version, result, verdict.Findings);
    }

    public async Task<Results<OkWithEtag<SavedFlowView>, ApiProblem>> RollBackAsync(
        Caller caller, string name, RollbackBody body, string? ifMatch, CancellationToken cancellationToken)
    {
        var tenant = caller.Tenant;
        if (await store.GetAsync(tenant.Profile.Key, name, body.Version, cancellationToken) is not { } detail)
        {
            return FlowProblems.VersionNotFound(name, body.Version);
        }

        var verdict = await publisher.JudgeAsync(tenant, detail, body.Override, cancellationToken);
        if (verdict.Refusal is not null)
        {
            return verdict.Refusal;
        }

        var order = Overriding(new(caller.Name, Etag.Expected(ifMatch)), verdict, body.Override) with
        {
            Note = body.Note ?? $"Back to version {body.Version}",
        };
        var result = await changes.RollBackAsync(tenant.Profile.Key, name, body.Version, order, cancellationToken);
        return Answer(name, body.Version, result, verdict.Findings);
    }

    public async Task<Results<NoContent, ApiProblem>> ArchiveAsync(
        Caller caller, string name, int version, string? ifMatch, CancellationToken cancellationToken)
    {
        var order = new FlowChangeCommand(caller.Name, Etag.Expected(ifMatch));
        var result = await changes.ArchiveAsync(caller.Tenant.Profile.Key, name, version, order, cancellationToken);
        return Refusal(name, version, result.Outcome) is { } refusal ? refusal : TypedResults.NoContent();
    }

    /// <summary>A version never changes: other settings make a new draft with the same document.</summary>
    public async Task<Results<OkWithEtag<SavedFlowView>, ApiProblem>> SaveSettingsAsync(
        Caller caller, string name, int version, VersionSettings settings, string? note, string? ifMatch, CancellationToken cancellationToken)
    {
        if (RequestText.Fault(FlowText.Note, note) is { } fault)
        {
            return ApiProblems.InvalidRequest([fault]);
        }

        var tenant = caller.Tenant.Profile;
        if (await store.GetAsync(tenant.Key, name, version, cancellationToken) is not { } detail)
        {
            return FlowProblems.VersionNotFound(name, version);
        }

        var order = new FlowChangeCommand(caller.Name, Etag.Expected(ifMatch)) { Note = note };
        var result = await changes.SaveSettingsAsync(tenant.Key, name, version, settings.Over(detail.Settings), order, cancellationToken);
        var (findings, _) = await publisher.CheckAsync(tenant, detail, cancellationToken);
        return Answer(name, version, result, findings);
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

    private Results<OkWithEtag<SavedFlowView>, ApiProblem> Answer(
        string name, int version, FlowChangeResult result, IReadOnlyList<FindingView> findings)
    {
        if (Refusal(name, version, result.Outcome) is { } refusal)
        {
            return refusal;
        }

        tenants.Forget();
        return SavedFlowView.From(result.Version!, findings);
    }
}
