using FlowEngine.Comparing.Gates;
using FlowEngine.Conversations;
using Microsoft.Extensions.Options;

namespace FlowEngine.Api.Comparisons.Gating;

/// <summary>Holds the configured gate against a tenant's comparisons.</summary>
public sealed class TenantGates(ComparedTurns turns, IOptionsMonitor<FlowEngineOptions> options)
{
    /// <summary>The gate as the file has it now.</summary>
    /// <exception cref="InvalidOperationException">The file was spoilt after the service started, which does not start with a faulty one.</exception>
    public GateFile Gate
    {
        get
        {
            var (gate, faults) = GateFiles.Read(options.CurrentValue.Comparisons.Gate);
            return gate ?? throw new InvalidOperationException(string.Join(" ", faults));
        }
    }

    public async Task<GateEvaluation> EvaluateAsync(
        TenantProfile tenant, DateTimeOffset? from, DateTimeOffset? to, CancellationToken cancellationToken)
    {
        var gate = Gate;
        return GateEvaluator.Evaluate(gate, await turns.GateAsync(tenant, from ?? gate.From, to ?? gate.To, cancellationToken));
    }
}
