using FlowEngine.Compiling;
using FlowEngine.Drawflow;
using FlowEngine.NodeTypes;
using FlowEngine.Testing.Running;
using FlowEngine.Testing.Tracing;

namespace FlowEngine.Testing.Covering;

/// <summary>
/// Counts which nodes and ports of one flow version, its modules included, turns came by. A port is covered where a walk left by it, also
/// where nothing is connected and its fallback counts; a time-out port that leads nowhere is nothing to come by.
/// </summary>
public sealed class FlowCoverage(CompiledVersion version)
{
    private readonly HashSet<TakenPort> _taken = [];
    private readonly HashSet<(string Module, string NodeId)> _visited = [];

    public CompiledVersion Version { get; } = version;

    public IReadOnlyList<CoveragePoint> Points { get; } = [.. version.Modules.Values
        .OrderBy(flow => flow.Module == DrawflowDocument.HomeName ? "" : flow.Module, StringComparer.Ordinal)
        .SelectMany(flow => flow.Steps.SelectMany(step => Of(flow, step)))];

    /// <returns>True where something was come by for the first time.</returns>
    public bool Add(IEnumerable<PlayedTurn> turns)
    {
        var before = _taken.Count + _visited.Count;
        foreach (var step in turns.SelectMany(turn => turn.Steps))
        {
            if (step.Flow == Version.Version.Name)
            {
                _visited.Add((step.Module, step.Step.Id));
            }

            _taken.UnionWith(step.Taken.Where(port => port.Flow == Version.Version.Name));
        }

        return _taken.Count + _visited.Count > before;
    }

    public bool Has(CoveragePoint point) => point.Port is null
        ? _visited.Contains((point.Module, point.NodeId))
        : _taken.Contains(new(Version.Version.Name, point.Module, point.NodeId, point.Port));

    public CoverageReport Report()
    {
        var uncovered = Points.Where(point => !Has(point)).ToList();
        return new(
            Count(point => point.Port is null),
            Count(point => point.IsEdge),
            Count(point => point is { IsOptional: true, IsTimeout: false }),
            Count(point => point.IsTimeout),
            uncovered)
        {
            Percent = Points.Count == 0 ? 100 : Math.Floor(1000m * (Points.Count - uncovered.Count) / Points.Count) / 10,
        };
    }

    private CoverageCount Count(Func<CoveragePoint, bool> kind)
    {
        var points = Points.Where(kind).ToList();
        return new(points.Count(Has), points.Count);
    }

    private static IEnumerable<CoveragePoint> Of(Flow flow, Step step)
    {
        var name = NodeNames.Of(step);
        yield return new(flow.Module, step.Id, null, false, false, false, name);
        if (step.Configuration is IJumpConfiguration { Target: var target } && flow.IndexById.TryGetValue(target, out var index))
        {
            yield return new(flow.Module, step.Id, TakenPort.Jump, true, false, false, $"{name} -> {NodeNames.Of(flow.Steps[index])}");
        }

        for (var i = 0; i < step.Ports.Length; i++)
        {
            var (port, text) = (step.Ports[i], step.Traced.PortNames[i]);
            var isTimeout = port.Fallback == PortFallback.KeepWaiting;
            var goesOn = text == NodePort.Error && step.Settings.OnError == OnError.Continue;
            if (port.Target >= 0 || (port.Fallback != PortFallback.None && !isTimeout && !goesOn))
            {
                var leads = port.Target >= 0 ? $" -> {NodeNames.Of(flow.Steps[port.Target])}" : " (connected to nothing)";
                yield return new(
                    flow.Module, step.Id, text, port.Target >= 0, port.Fallback != PortFallback.None, isTimeout, $"{name}, {text}{leads}");
            }
        }
    }
}
