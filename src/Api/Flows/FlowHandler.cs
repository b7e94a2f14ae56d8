using FlowEngine.Api.Access;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Flows;
using FlowEngine.Chat.Tenants;
using FlowEngine.Drawflow;
using FlowEngine.Storage.Flows;
using FlowEngine.Storage.History;

namespace FlowEngine.Api.Flows;

/// <summary>Flows saved and deleted. Documents are kept as they came.</summary>
public sealed class FlowHandler(
    FlowVersionStore store,
    FlowVersionChanges changes,
    TenantFlowChecker checker,
    ConversationStore conversations,
    TenantDirectory tenants)
{
    public async Task<IResult> CheckAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var (upload, problem) = await FlowUpload.ReadAsync(http.Request, cancellationToken);
        if (upload is null)
        {
            return problem!.ToResult();
        }

        var check = await checker.CheckAsync(http.Caller().Tenant.Profile, null, upload.Reading, upload.StartNodeId, cancellationToken);
        return Results.Json(new FindingsView(Findings.View(check)), FlowJson.Context.FindingsView);
    }

    public async Task<IResult> SaveAsync(HttpContext http, string name, CancellationToken cancellationToken)
    {
        if (FlowName.Fault(name) is { } fault)
        {
            return ApiProblems.InvalidRequest([fault]).ToResult();
        }

        var (upload, problem) = await FlowUpload.ReadAsync(http.Request, cancellationToken);
        if (upload is null)
        {
            return problem!.ToResult();
        }

        var caller = http.Caller();
        var tenant = caller.Tenant.Profile;
        var check = await checker.CheckAsync(tenant, name, upload.Reading, upload.StartNodeId, cancellationToken);
        var findings = Findings.View(check);
        if (upload.Reading.Document is null)
        {
            return FlowProblems.NotAFlow(findings).ToResult();
        }

        var draft = new FlowDraft(name, upload.Text, upload.StartNodeId ?? check.StartNodeId, caller.Name, upload.Note);
        var saved = await changes.SaveDraftAsync(tenant.Key, draft, FlowEtag.Expected(http.Request), cancellationToken);
        return saved is null ? FlowProblems.Changed(name).ToResult() : Saved(http, saved.Summary, findings);
    }

    /// <summary>Archives the flow: its versions stay for conversations that still stand in one of them.</summary>
    public async Task<IResult> DeleteAsync(HttpContext http, string name, CancellationToken cancellationToken)
    {
        var tenant = http.Caller().Tenant.Profile;
        if (await store.GetAsync(tenant.Key, name, null, cancellationToken) is not { } newest)
        {
            return FlowProblems.NotFound(name).ToResult();
        }

        if (newest.Summary.IsActive)
        {
            if (tenant.Settings.DefaultFlow == name)
            {
                return FlowProblems.InUse(name, "it is the tenant's default flow. Make another the default first.").ToResult();
            }

            var waiting = (await conversations.WaitingAsync(tenant.Key, newest.Id, cancellationToken)).Values.Sum();
            if (waiting > 0)
            {
                return FlowProblems.InUse(name, $"{waiting} conversations wait in it. Wait until they end or time out, and delete it then.").ToResult();
            }

            var callers = await checker.CallersAsync(tenant.Key, name, cancellationToken);
            if (callers.Count > 0)
            {
                return FlowProblems.InUse(name, $"the active flows {string.Join(", ", callers)} call it. Change them first.").ToResult();
            }
        }

        await changes.DeleteAsync(tenant.Key, name, http.Caller().Name, cancellationToken);
        tenants.Forget();
        return Results.NoContent();
    }

    private static IResult Saved(HttpContext http, FlowVersionSummary version, IReadOnlyList<FindingView> findings)
    {
        FlowEtag.Give(http.Response, version.Etag);
        return Results.Json(
            new SavedFlowView(version.Name, version.Version, version.IsActive, version.Etag, findings), FlowJson.Context.SavedFlowView);
    }
}
