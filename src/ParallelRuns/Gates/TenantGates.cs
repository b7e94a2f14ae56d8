using FlowEngine.Chat.Health;
using FlowEngine.Comparing.Gates;
using FlowEngine.Conversations;
using Microsoft.Extensions.Options;

namespace FlowEngine.ParallelRuns.Gates;

/// <summary>Holds the configured gate against a tenant's comparisons.</summary>
public sealed class TenantGates(ComparedTurns turns, IOptionsMonitor<ComparisonOptions> options, SettingsWarnings warnings)
{
    private GateFile? _last;

    /// <summary>Reads the gate as the file has it now; the last good one where it was spoilt after the service started.</summary>
    /// <exception cref="InvalidOperationException">The file was spoilt before it was read for the first time.</exception>
    public GateFile ReadGate()
    {
        var path = options.CurrentValue.Gate;
        var (gate, faults) = GateFiles.Read(path);
        if (gate is null)
        {
            warnings.Set(path, faults);
            return _last ?? throw new InvalidOperationException(string.Join(" ", faults));
        }

        warnings.Clear(path);
        return _last = gate;
    }

    public Task<GateEvaluation> EvaluateAsync(
        TenantProfile tenant, DateTimeOffset? from, DateTimeOffset? to, CancellationToken cancellationToken) =>
        turns.EvaluateAsync(tenant, ReadGate(), from, to, cancellationToken);
}
