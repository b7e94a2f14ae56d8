using FlowEngine.Api.Access;
using FlowEngine.Api.Http;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Flows;
using FlowEngine.Chat.Tenants;
using FlowEngine.Drawflow;
using FlowEngine.Storage.Flows;
using FlowEngine.Storage.History;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowEngine.Api.Flows;

/// <summary>Flows saved and deleted. Documents are kept as they came.</summary>
public sealed class FlowHandler(
    FlowVersionStore store,
    FlowVersionChanges changes,
    TenantFlowChecker checker,
    ConversationStore conversations,
    TenantDirectory tenants)
{
    /// <param name="start">Id of the start node; null where the document says it.</param>
    public async Task<Results<Ok<FindingsView>, ApiProblem>> CheckAsync(
        Caller caller, FlowUpload upload, string? start, CancellationToken cancellationToken)
    {
        if (FlowUpload.Faults(start) is { } fault)
        {
            return fault;
        }

        var check = await checker.CheckAsync(caller.Tenant.Profile, null, upload.Reading, start, cancellationToken);
        return TypedResults.Ok(new FindingsView(Findings.View(check)));
    }

    public async Task<Results<OkWithEtag<SavedFlowView>, ApiProblem>> SaveAsync(
        Caller caller, string name, FlowUpload upload, string? start, string? note, string? ifMatch, CancellationToken cancellationToken)
    {
        if (FlowName.Fault(name) is { } fault)
        {
            return ApiProblems.InvalidRequest([fault]);
        }

        if (FlowUpload.Faults(start, note) is { } wrong)
        {
            return wrong;
        }

        var tenant = caller.Tenant.Profile;
        var check = await checker.CheckAsync(tenant, name, upload.Reading, start, cancellationToken);
        var findings = Findings.View(check);
        if (upload.Reading.Document is null)
        {
            return FlowProblems.NotAFlow(findings);
        }

        var draft = new FlowDraft(name, upload.Text, start ?? check.StartNodeId, caller.Name, note);
        return await changes.SaveDraftAsync(tenant.Key, draft, Etag.Expected(ifMatch), cancellationToken) is { } saved
            ? SavedFlowView.From(saved.Summary, findings)
            : FlowProblems.Changed(name);
    }

    /// <summary>Archives the flow: its versions stay for conversations that still stand in one of them.</summary>
    public async Task<Results<NoContent, ApiProblem>> DeleteAsync(Caller caller, string name, CancellationToken cancellationToken)
    {
        var tenant = caller.Tenant.Profile;
        if (await store.GetAsync(tenant.Key, name, null, cancellationToken) is not { } newest)
        {
            return FlowProblems.NotFound(name);
        }

        if (newest.Summary.IsActive)
        {
            if (tenant.Settings.DefaultFlow == name)
            {
                return FlowProblems.InUse(name, "it is the tenant's default flow. Make another the default first.");
            }

            var waiting = (await conversations.WaitingAsync(tenant.Key, newest.Id, cancellationToken)).Values.Sum();
            if (waiting > 0)
            {
                return FlowProblems.InUse(name, $"{waiting} conversations wait in it. Wait until they end or time out, and delete it then.");
            }

            var callers = await checker.CallersAsync(tenant.Key, name, cancellationToken);
            if (callers.Count > 0)
            {
                return FlowProblems.InUse(name, $"the active flows {string.Join(", ", callers)} call it. Change them first.");
            }
        }

        await changes.DeleteAsync(tenant.Key, name, caller.Name, cancellationToken);
        tenants.Forget();
        return TypedResults.NoContent();
    }
}
