using System.Collections.Immutable;
using FlowEngine.Drawflow;
using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.ControlFlow;

/// <summary>Builds one graph from the modules of a document and of the flows that it calls.</summary>
internal sealed class ControlFlowGraphBuilder
{
    private readonly FlowModel _model;
    private readonly ConfigurationParts _parts = new();
    private readonly List<(string? Flow, ModuleModel Module, string? Start)> _modules = [];
    private readonly Dictionary<(string? Flow, string Module), int> _units = [];
    private readonly List<ControlFlowNode> _nodes = [];

    private ControlFlowGraphBuilder(FlowModel model) => _model = model;

    public static ControlFlowGraph Build(FlowModel model) => new ControlFlowGraphBuilder(model).Build();

    private ControlFlowGraph Build()
    {
        Add(null, _model, _model.Context.StartNodeId);
        foreach (var (name, flow) in _model.Context.Flows.Where(flow => flow.Key != _model.Context.FlowName))
        {
            if (DrawflowReader.Read(flow.Json).Document is { } document)
            {
                Add(name, FlowModelBuilder.Build(document, _model.Context), flow.StartNodeId);
            }
        }

        var procedures = _modules.Select((module, index) => Lay(index, module.Flow, module.Module, module.Start)).ToImmutableArray();
        return ErrorEdgePruning.Apply(new(procedures, [.. _nodes]));
    }

    private void Add(string? flow, FlowModel model, string? storedStart)
    {
        foreach (var module in model.Modules)
        {
            _units[(flow, module.Name)] = _modules.Count;
            _modules.Add((flow, module, StartFinder.Candidates(module, storedStart) is [var start] ? start : null));
        }
    }

    private Procedure Lay(int procedure, string? flow, ModuleModel module, string? start)
    {
        var index = module.Nodes.Keys.Select((id, position) => (id, position)).ToDictionary(
            pair => pair.id, pair => _nodes.Count + pair.position, StringComparer.Ordinal);
        _nodes.AddRange(module.Nodes.Values.Select(node => Node(procedure, flow, module, node, index)).ToList());
        return new(procedure, module, flow is null, start is null ? -1 : index[start], GivenInputs(flow, module));
    }

    /// <summary>Walk variables that other flows of the tenant pass in when they call this one.</summary>
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

    private ControlFlowNode Node(int procedure, string? flow, ModuleModel module, NodeModel node, Dictionary<string, int> index)
    {
        var laid = new ControlFlowNode { Index = index[node.Id], Procedure = procedure, Model = node, Edges = [.. Edges(module, node, index)] };
        if (node.Type is not { } type || node.Bound is not { Value: { } configuration })
        {
            return laid with { IsOpaque = true, Edges = [.. module.From(node.Id).Select(edge => new ControlFlowEdge(EdgeKind.Normal, -1, index[edge.To]))] };
        }

        var callee = configuration is ISubFlowConfiguration call ? Callee(flow, call.Flow) : ControlFlowNode.NoCall;
        var mayWait = callee == ControlFlowNode.NoCall && type.MayWait(configuration);
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
        called.StartsWith('#') ? _units.GetValueOrDefault((flow, called[1..]), ControlFlowNode.UnknownCall)
        : called == _model.Context.FlowName ? ControlFlowNode.UnknownCall
        : _units.GetValueOrDefault((called, DrawflowDocument.HomeName), ControlFlowNode.UnknownCall);

    private static IEnumerable<ControlFlowEdge> Edges(ModuleModel module, NodeModel node, Dictionary<string, int> index)
    {
        var targets = new Dictionary<int, int>();
        foreach (var edge in module.From(node.Id))
        {
            targets.TryAdd(edge.Output, index[edge.To]);
        }

        if (targets.TryGetValue(0, out var jump))
        {
            yield return new(EdgeKind.Normal, -1, jump);
        }

        for (var port = 0; port < node.Ports.Count; port++)
        {
            if (node.Ports[port].Name == NodePort.GaveUp && node.Bound?.Value is IWaitingConfiguration { MayRefuse: false })
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
                yield return new(name == NodePort.Timeout ? EdgeKind.Timeout : EdgeKind.Normal, port, target);
            }
            else if (onError == OnError.Port)
            {
                yield return new(EdgeKind.Error, port, target);
            }

            if (port == 0 && onError == OnError.Continue)
            {
                yield return new(EdgeKind.ContinueOnError, 0, target);
            }
        }
    }
}
