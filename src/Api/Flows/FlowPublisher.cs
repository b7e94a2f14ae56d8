using FlowEngine.Api.Problems;
using FlowEngine.Conversations;
using FlowEngine.Drawflow;
using FlowEngine.Storage.Flows;

namespace FlowEngine.Api.Flows;

/// <summary>Whether a version may become the active one.</summary>
public sealed class FlowPublisher(TenantFlowChecker checker)
{
    /// <returns>What the check found, and why it may not; null where it may.</returns>
    public async Task<(IReadOnlyList<FindingView> Findings, ApiProblem? Refusal)> JudgeAsync(
        TenantProfile tenant, FlowVersionDetail version, CancellationToken cancellationToken)
    {
        var (name, number) = (version.Summary.Name, version.Summary.Version);
        var check = await checker.CheckAsync(tenant, name, DrawflowReader.Read(version.FlowData), version.StartNodeId, cancellationToken);
        var findings = Findings.View(check);
        return (findings, check.HasErrors ? FlowProblems.HasErrors(name, number, findings) : null);
    }
}
