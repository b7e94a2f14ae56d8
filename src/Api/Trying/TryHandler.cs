using System.Text.Json;
using FlowEngine.Api.Access;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Flows;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Flows;
using FlowEngine.Chat.Trying;
using FlowEngine.Conversations;
using FlowEngine.Drawflow;
using FlowEngine.Storage.Flows;

namespace FlowEngine.Api.Trying;

/// <summary>Tries of stored versions, and of documents that nobody has saved yet.</summary>
public sealed class TryHandler(FlowVersionStore versions, TenantFlowChecker checker, FlowTrial trial)
{
    public async Task<IResult> TryAsync(HttpContext http, string name, int version, CancellationToken cancellationToken)
    {
        var limit = DrawflowLimits.Default.MaxBytes;
        if (await BoundedBody.ReadAsync(http.Request, limit, cancellationToken) is not { } bytes)
        {
            return ApiProblems.TooLarge(limit).ToResult();
        }

        var tenant = http.Caller().Tenant;
        if (await versions.GetAsync(tenant.Profile.Key, name, version, cancellationToken) is not { } detail)
        {
            return FlowProblems.VersionNotFound(name, version).ToResult();
        }

        var (asked, problem) = TryReader.Read(bytes);
        if (asked is null)
        {
            return problem!.ToResult();
        }

        var reading = DrawflowReader.Read(asked.Document ?? detail.FlowData);
        var check = await checker.CheckAsync(tenant.Profile, name, reading, asked.Document is null ? detail.StartNodeId : null, cancellationToken);
        if (check.HasErrors)
        {
            return FlowProblems.CannotRun(name, Findings.View(check)).ToResult();
        }

        var drafts = new DraftVersions(versions);
        var flow = asked.Document is { } document
            ? drafts.Add(name, document, check.StartNodeId, detail.Settings)
            : new FlowVersionRef(detail.Id, name, version);
        var (view, fault) = await trial.RunAsync(
            new(tenant, flow, drafts, asked.State, asked.Message, asked.Language, asked.Variables, asked.NodeId), cancellationToken);
        return view is null
            ? ApiProblems.InvalidRequest([new("/node", "node_not_found", fault!)]).ToResult()
            : Results.Json(view, TryJson.Context.TryView);
    }
}
