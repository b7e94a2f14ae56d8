using System.Collections.Frozen;
using System.Collections.Immutable;
using FlowEngine.Checking;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Compiling;

/// <summary>Makes a checked document walkable. Cannot fail: whatever could be wrong is a finding.</summary>
public static class FlowCompiler
{
    public static CompiledVersion Compile(CheckedDocument document, FlowVersionRef version, FlowSettings settings)
    {
        var modules = document.Model.Modules
            .Where(module => document.Starts.ContainsKey(module.Name))
            .ToFrozenDictionary(
                module => module.Name,
                module => Compile(module, document.Starts[module.Name], version),
                StringComparer.Ordinal);
        var external = modules.Values.Any(flow => flow.Steps.Any(step => step.Type.Effect == EffectKind.External));
        var calls = modules.Values
            .SelectMany(flow => flow.Steps)
            .Select(step => (step.Configuration as ISubFlowConfiguration)?.Flow)
            .OfType<string>()
            .Where(flow => !flow.StartsWith('#'))
            .Distinct(StringComparer.Ordinal);
        return new(version, modules, settings, external) { Calls = [.. calls] };
    }

    private static Flow Compile(ModuleModel module, string start, FlowVersionRef version)
    {
        var index = module.Nodes.Keys.Select((id, i) => (id, i)).ToFrozenDictionary(pair => pair.id, pair => pair.i, StringComparer.Ordinal);
        var targets = new Dictionary<(string, int), int>();
        foreach (var edge in module.Edges.Where(edge => !edge.IsJump))
        {
            targets[(edge.From, edge.Output)] = index[edge.To];
        }

        return new Flow
        {
            Version = version,
            Module = module.Name,
            Steps = [.. module.Nodes.Values.Select(node => Compile(node, targets, version.Name))],
            Start = index[start],
            IndexById = index,
        };
    }

    private static Step Compile(NodeModel node, Dictionary<(string, int), int> targets, string flow) => new()
    {
        Type = node.Type!,
        Configuration = node.Bound!.Value!,
        Settings = node.Bound.Settings,
        Ports = [.. node.Ports.Select(port => new StepPort(targets.GetValueOrDefault((node.Id, port.Output), -1), port.Fallback))],
        Traced = new TracedNode(node.Id, node.Type!.Name, flow, [.. node.Ports.Select(port => port.Name)]),
    };
}
