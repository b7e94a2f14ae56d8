using System.Text.Json;
using FlowEngine.Api.FlowTests;
using FlowEngine.Chat.Jobs;
using FlowEngine.Testing.Generating;
using FlowEngine.Testing.Scripts;

namespace FlowEngine.Api.Jobs;

/// <summary>Searches conversations for what a flow's stored tests do not come by. It saves none of them: that is the designer's to decide.</summary>
internal sealed class FlowTestGenerationJob(StoredFlowTests tests) : IJobKind
{
    public const string KindName = "flow_tests.generate";

    public string Name => KindName;

    public async Task<JobOutcome> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var input = JsonSerializer.Deserialize(run.Input, JobJson.Context.FlowTestJobInput)!;
        return await tests.GenerateAsync(run.Tenant, input.Flow, input.Version, run.Progress, cancellationToken) is { } generated
            ? JobOutcome.Done(JsonSerializer.Serialize(new JobResultView(Generated: View(generated)), JobJson.Context.JobResultView))
            : JobOutcome.Failed("flow_not_found", $"The tenant has no version {input.Version} of a flow '{input.Flow}' any more.");
    }

    private static GeneratedTestsView View(GeneratedTests generated) => new(
        [.. generated.Tests.Select(test => new GeneratedTestView(test.Name, test.Turns.Count, JsonElement.Parse(FlowTestWriter.Write(test))))],
        [.. generated.NotFound.Select(point => new UncoveredView(point.Module, point.NodeId, point.Port, point.Name))]);
}
