using FlowEngine.Api.Problems;
using FlowEngine.Chat.Flows;
using FlowEngine.Chat.Tenants;
using FlowEngine.Conversations;
using FlowEngine.Drawflow;
using FlowEngine.Storage.Flows;

namespace FlowEngine.Api.Flows;

/// <summary>Whether a version may become the active one.</summary>
public sealed class FlowPublisher(TenantFlowChecker checker, IFlowTestGate tests)
{
    /// <summary>Errors always refuse it; flow tests that fail refuse it unless there is a reason to publish all the same.</summary>
    public async Task<FlowVerdict> JudgeAsync(
        TenantSnapshot tenant, FlowVersionDetail version, string? overrideReason, CancellationToken cancellationToken)
    {
        var (name, number) = (version.Summary.Name, version.Summary.Version);
        var (findings, hasErrors) = await CheckAsync(tenant.Profile, version, cancellationToken);
        if (hasErrors)
        {
            return new(findings, [], FlowProblems.HasErrors(name, number, findings));
        }

        var failed = await tests.FailedAsync(tenant, name, number, cancellationToken);
        return new(findings, failed, failed.Count > 0 && overrideReason is null ? FlowProblems.TestsFail(name, number, failed) : null);
    }

    public async Task<(IReadOnlyList<FindingView> Findings, bool HasErrors)> CheckAsync(
        TenantProfile tenant, FlowVersionDetail version, CancellationToken cancellationToken)
    {
        var check = await checker.CheckAsync(
            tenant, version.Summary.Name, DrawflowReader.Read(version.FlowData), version.StartNodeId, cancellationToken);
        return (Findings.View(check), check.HasErrors);
    }
}

/// <param name="FailedTests">Names of flow tests.</param>
/// <param name="Refusal">Null where it may be published.</param>
public sealed record FlowVerdict(IReadOnlyList<FindingView> Findings, IReadOnlyList<string> FailedTests, ApiProblem? Refusal);
