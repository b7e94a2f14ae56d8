using System.Text.Json;
using FlowEngine.Api.FlowTests;
using FlowEngine.Chat.Jobs;

namespace FlowEngine.Api.Jobs;

/// <summary>Runs a flow's stored tests against a version.</summary>
internal sealed class FlowTestRunJob(StoredFlowTests tests) : IJobKind
{
    public const string KindName = "flow_tests.run";

    public string Name => KindName;

    public async Task<JobOutcome> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var input = JsonSerializer.Deserialize(run.Input, JobJson.Context.FlowTestJobInput)!;
        return await tests.RunAsync(run.Tenant, input.Flow, input.Version, [.. input.Names], cancellationToken, run.Progress) is { } view
            ? JobOutcome.Done(JsonSerializer.Serialize(new JobResultView(Tests: view), JobJson.Context.JobResultView))
            : JobOutcome.Failed("flow_not_found", $"The tenant has no version {input.Version} of a flow '{input.Flow}' any more.");
    }
}
