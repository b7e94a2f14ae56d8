using FlowEngine.Checking.ControlFlow;
using FlowEngine.Checking.Dataflow;
using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Rules;

/// <summary>All that write a variable write the same kind of value.</summary>
internal sealed class WriterTypesRule : IPathRule
{
    public IEnumerable<Finding> Check(FlowAnalysis analysis)
    {
        var writers =
            from node in analysis.Nodes
            from write in node.Writes
            let types = TypesOf(analysis, node, write)
            where types is not (ValueTypes.None or ValueTypes.Any)
            group (node, write, types) by VariableKey.For(write.Scope, write.Name, node.Procedure);
        foreach (var group in writers)
        {
            var (first, _, expected) = group.First();
            foreach (var (node, write, types) in group.Where(writer => (writer.types & expected) == ValueTypes.None && writer.node.Index != first.Index).Take(1))
            {
                yield return Finding.Error(
                    "types_differ",
                    node.Model.Id,
                    node.Model.Source.ConfigurationPointer + write.Pointer,
                    $"{node.Model.Name} sets '{write.Name}' to {types.ToText()}, and {first.Model.Name} to {expected.ToText()}.",
                    "Give one of them another name, or let both write the same kind of value.");
            }
        }
    }

    private static ValueTypes TypesOf(FlowAnalysis analysis, ControlFlowNode node, VariableWrite write) =>
        write.Clears ? ValueTypes.None
        : write.CopyOf is { } copied ? VariableLattice.TypesOf(analysis.Facts.At(node, copied))
        : write.Types;
}
