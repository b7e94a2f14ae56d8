using FlowEngine.Checking.ControlFlow;
using FlowEngine.Checking.Dataflow;
using FlowEngine.Checking.Symbolic;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Rules;

/// <summary>
/// What a node uses was set on every way there. What is handed on may be nothing, as long as something can set it; a condition may ask for a
/// conversation's variable that a walk before this one may have set.
/// </summary>
internal sealed class UnsetReadRule : IPathRule
{
    /// <summary>Looked at to say why a variable is not set: enough for a person to see it.</summary>
    private const int MostWriters = 20;

    public IEnumerable<Finding> Check(FlowAnalysis analysis)
    {
        var kept = analysis.Graph.Nodes
            .SelectMany(node => node.Writes)
            .Where(write => write.Scope == AssignmentScope.Conversation)
            .Select(write => write.Name)
            .ToHashSet(StringComparer.Ordinal);
        List<string> names = [.. analysis.Graph.Nodes.SelectMany(node => node.Writes).Select(write => write.Name).Distinct(StringComparer.Ordinal)];
        var writers = analysis.Nodes.SelectMany(node => node.Writes, (node, write) => (Node: node, write.Name)).Distinct().ToLookup(pair => pair.Name, pair => pair.Node, StringComparer.Ordinal);
        var suggestions = new Suggestions();
        foreach (var node in analysis.Nodes)
        {
            foreach (var read in node.Reads.Where(read => IsVariable(read.Path)).DistinctBy(read => (read.Path.ToString(), read.Kind)))
            {
                var mask = analysis.Facts.At(node, read.Path);
                if (!IsFault(read, mask, kept))
                {
                    continue;
                }

                var witness = analysis.CounterExamples.Find(new Goal(node.Index, state => state.Resolve(read.Path) is SymbolicValue.Unset));
                if (!witness.IsImpossible)
                {
                    var isNeverSet = VariableLattice.IsNeverSet(mask);
                    var near = isNeverSet ? suggestions.Nearest(read.Path.Name, names) : null;
                    var skipped = isNeverSet ? null : GoingOnWithout(analysis, writers[read.Path.Name].Take(MostWriters), read.Path.Name);
                    yield return Report(node.Model, read, isNeverSet, near, skipped) with { CounterExample = witness.Messages };
                }
            }
        }
    }

    private static bool IsVariable(VariablePath path) => path.Root is VariableRoot.Any or VariableRoot.Walk or VariableRoot.Conversation;

    private static bool IsFault(VariableRead read, byte mask, HashSet<string> kept) => read.Kind switch
    {
        ReadKind.Optional => false,
        ReadKind.Passed => VariableLattice.IsNeverSet(mask),
        ReadKind.Tested when read.Path.Root != VariableRoot.Walk && kept.Contains(read.Path.Name) => VariableLattice.IsNeverSet(mask),
        _ => VariableLattice.MayBeUnset(mask),
    };

    /// <param name="near">Another name that may be meant.</param>
    /// <param name="skipped">A node that sets it, but not at a port that is not connected.</param>
    private static Finding Report(NodeModel node, VariableRead read, bool isNeverSet, string? near, (NodeModel Node, NodePort Port)? skipped) =>
        Finding.Error(
            "read_before_set",
            node.Id,
            node.Source.ConfigurationPointer + read.Pointer,
            isNeverSet
                ? $"{node.Name} reads '{read.Path}', which nothing sets before it."
                : $"{node.Name} reads '{read.Path}', which is not set on every path to it."
                    + (skipped is { } gap ? $" {gap.Node.Name} sets it, but not at its port '{gap.Port.Name}', which is not connected and so falls back to the first port." : ""),
            skipped is { } open ? $"Connect output_{open.Port.Output} ('{open.Port.Name}') of {open.Node.Name}, set its default, or give one where it is read: {{{{name | default:\"...\"}}}}."
                : near is not null ? $"Did you mean '{near}'?"
                : read.Kind == ReadKind.Tested ? "Set it before, or test is_set first, in the same group."
                : "Set it before, or give a default: {{name | default:\"...\"}}.");

    /// <summary>A node that sets the variable, but not at an unconnected port that falls back to the first; null where there is none.</summary>
    private static (NodeModel Node, NodePort Port)? GoingOnWithout(FlowAnalysis analysis, IEnumerable<ControlFlowNode> writers, string name)
    {
        foreach (var node in writers)
        {
            var connected = analysis.Graph.ProcedureOf(node).Module.From(node.Model.Id).Select(edge => edge.Output).ToHashSet();
            var port = node.Edges.Where(edge => edge.Port >= 0).Select(edge => node.Model.Ports[edge.Port]).FirstOrDefault(port =>
                port.Fallback == PortFallback.FirstPort
                && !connected.Contains(port.Output)
                && !node.Writes.Any(write => write.Name == name && (write.Ports is not { } ports || ports.Contains(port.Name))));
            if (port is not null)
            {
                return (node.Model, port);
            }
        }

        return null;
    }
}
