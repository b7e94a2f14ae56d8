using FlowEngine.Storage.Turns;

namespace FlowEngine.Api.Stages;

/// <summary>The gate of a service that compares nothing.</summary>
internal sealed class NoComparisonsGate : IStageGate
{
    public ValueTask<StageGateAnswer> EvaluateAsync(TenantSnapshot tenant, Stage target, CancellationToken cancellationToken) =>
        new(new StageGateAnswer(StageGateVerdict.NotEnoughData, "No turns have been compared."));
}
