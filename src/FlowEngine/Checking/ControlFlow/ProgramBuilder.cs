using System.Collections.Immutable;
using FlowEngine.Drawflow;
using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.ControlFlow;

/// <summary>Lays the modules of a document, and of the flows that it calls, out as one graph.</summary>
internal sealed class ProgramBuilder
{
    private readonly FlowModel _model;
    private readonly ConfigurationParts _parts = new();
    private readonly List<(string? Flow, ModuleModel Module, string? Start)> _modules = [];
    private readonly Dictionary<(string? Flow, string Module), int> _units = [];
    private readonly List<ProgramNode> _nodes = [];

    private ProgramBuilder(FlowModel model) => _model = model;

    public static FlowProgram Build(FlowModel model) => new ProgramBuilder(model).Build();

    private FlowProgram Build()
    {
        Add(null, _model, _model.Context.StartNodeId);
        foreach (var (name, flow) in _model.Context.Flows.Where(flow => flow.Key != _model.Context.FlowName))
        {
            if (DrawflowReader.Read(flow.Json).Document is { } document)
            {
                Add(name, FlowModelBuilder.Build(document, _model.Context), flow.StartNodeId);
            }
        }

        var units = _modules.Select((module, index) => Lay(index, module.Flow, module.Module, module.Start)).ToImmutableArray();
        return Failures.WithoutImpossible(new(units, [.. _nodes]));
    }

    private void Add(string? flow, FlowModel model, string? storedStart)
    {
        foreach (var module in model.Modules)
        {
            _units[(flow, module.Name)] = _modules.Count;
            _modules.Add((flow, module, StartFinder.Candidates(module, storedStart) is [var start] ? start : null));
        }
    }

    private ProgramUnit Lay(int unit, string? flow, ModuleModel module, string? start)
    {
        var index = module.Nodes.Keys.Select((id, position) => (id, position)).ToDictionary(
            pair => pair.id, pair => _nodes.Count + pair.position, StringComparer.Ordinal);
        _nodes.AddRange(module.Nodes.Values.Select(node => Node(unit, flow, module, node, index)).ToList());
        return new(unit, module, flow is null, start is null ? -1 : index[start], GivenInputs(flow, module));
    }

    /// <summary>Walk variables that other flows of the tenant give this one when they call it.</summary>
    private ImmutableArray<string> GivenInputs(string? flow, ModuleModel module)
    {
        if (flow is not null || !module.IsHome || _model.Context.FlowName is not { } name)
        {
            return [];
        }

        return [.. _modules
            .SelectMany(other => other.Module.Nodes.Values)
            .Select(node => node.Bound?.Value as ISubFlowConfiguration)
            .Where(call => call?.Flow == name)
            .SelectMany(call => call!.Inputs.Keys)
            .Distinct(StringComparer.Ordinal)];
    }

    private ProgramNode Node(int unit, string? flow, ModuleModel module, NodeModel node, Dictionary<string, int> index)
    {
        var laid = new ProgramNode { Index = index[node.Id], Unit = unit, Model = node, Ways = [.. Ways(module, node, index)] };
        if (node.Type is not { } type || node.Bound is not { Value: { } configuration })
        {
            return laid with { IsOpaque = true, Ways = [.. module.From(node.Id).Select(edge => new Way(WayKind.Go, -1, index[edge.To]))] };
        }

        var callee = configuration is ISubFlowConfiguration call ? Callee(flow, call.Flow) : ProgramNode.NoCall;
        var mayWait = callee == ProgramNode.NoCall && type.MayWait(configuration);
        return laid with
        {
            Writes = type.WritesOf(configuration),
            Reads = [.. VariableReads.Of(type, configuration, _parts)],
            Branches = BranchesOf.Configuration(configuration),
            Order = BranchesOf.OrderOf(configuration),
            Says = type.SaysOf(configuration),
            MayWait = mayWait,
            AlwaysWaits = mayWait && (configuration as IWaitingConfiguration)?.AlwaysWaits != false,
            Callee = callee,
        };
    }

    private int Callee(string? flow, string called) =>
        called.StartsWith('#') ? _units.GetValueOrDefault((flow, called[1..]), ProgramNode.UnknownCall)
        : called == _model.Context.FlowName ? ProgramNode.UnknownCall
        : _units.GetValueOrDefault((called, ModuleModel.HomeName), ProgramNode.UnknownCall);

    private static IEnumerable<Way> Ways(ModuleModel module, NodeModel node, Dictionary<string, int> index)
    {
        var targets = new Dictionary<int, int>();
        foreach (var edge in module.From(node.Id))
        {
            targets.TryAdd(edge.Output, index[edge.To]);
        }

        if (targets.TryGetValue(0, out var jump))
        {
            yield return new(WayKind.Go, -1, jump);
        }

        for (var port = 0; port < node.Ports.Count; port++)
        {
            if (node.Ports[port].Name == ProgramNode.GaveUp && node.Bound?.Value is IWaitingConfiguration { MayRefuse: false })
            {
                continue;
            }

            var (name, output, fallback) = (node.Ports[port].Name, node.Ports[port].Output, node.Ports[port].Fallback);
            if (!targets.TryGetValue(output, out var target)
                && (fallback != PortFallback.FirstPort || !targets.TryGetValue(node.Ports[0].Output, out target)))
            {
                continue;
            }

            var onError = node.Bound!.Settings.OnError;
            if (name != NodePort.Error)
            {
                yield return new(name == NodePort.Timeout ? WayKind.Timeout : WayKind.Go, port, target);
            }
            else if (onError == OnError.Port)
            {
                yield return new(WayKind.Error, port, target);
            }

            if (port == 0 && onError == OnError.Continue)
            {
                yield return new(WayKind.DespiteFailure, 0, target);
            }
        }
    }
}
