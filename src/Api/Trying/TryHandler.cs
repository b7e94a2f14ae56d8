using FlowEngine.Api.Access;
using FlowEngine.Api.Flows;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Flows;
using FlowEngine.Chat.Trying;
using FlowEngine.Conversations;
using FlowEngine.Drawflow;
using FlowEngine.Storage.Flows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowEngine.Api.Trying;

/// <summary>Tries of stored versions, and of documents that nobody has saved yet.</summary>
public sealed class TryHandler(FlowVersionStore versions, TenantFlowChecker checker, FlowTrial trial)
{
    public async Task<Results<Ok<TryView>, ApiProblem>> TryAsync(
        Caller caller, string name, int version, TryBody body, CancellationToken cancellationToken)
    {
        var tenant = caller.Tenant;
        if (await versions.GetAsync(tenant.Profile.Key, name, version, cancellationToken) is not { } detail)
        {
            return FlowProblems.VersionNotFound(name, version);
        }

        var (asked, problem) = TryReader.Read(body);
        if (asked is null)
        {
            return problem!;
        }

        var reading = DrawflowReader.Read(asked.Document ?? detail.FlowData);
        var check = await checker.CheckAsync(tenant.Profile, name, reading, asked.Document is null ? detail.StartNodeId : null, cancellationToken);
        if (check.HasErrors)
        {
            return FlowProblems.CannotRun(name, Findings.View(check));
        }

        var drafts = new DraftVersions(versions);
        var flow = asked.Document is { } document
            ? drafts.Add(name, document, check.StartNodeId, detail.Settings)
            : new FlowVersionRef(detail.Id, name, version);
        var (view, fault) = await trial.RunAsync(
            new(tenant, flow, drafts, asked.State, asked.Message, asked.Language, asked.Variables, asked.NodeId), cancellationToken);
        return view is null
            ? ApiProblems.InvalidRequest([new("/node", "node_not_found", fault!)])
            : TypedResults.Ok(view);
    }
}
