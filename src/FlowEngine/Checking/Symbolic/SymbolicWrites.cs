using FlowEngine.Checking.ControlFlow;
using FlowEngine.Checking.Satisfiability;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Checking.Symbolic;

/// <summary>Applies the writes of a node to a state.</summary>
internal static class SymbolicWrites
{
    /// <param name="answer">The value of the answer; null if there is none.</param>
    public static SymbolicState Apply(SymbolicState state, ControlFlowNode node, ControlFlowEdge edge, SymbolicValue? answer = null)
    {
        if (edge.Kind == EdgeKind.ContinueOnError)
        {
            return node.Model.Bound!.Settings.Default.Members.Aggregate(
                state, (made, pair) => made.Set(AssignmentScope.Walk, pair.Key, SymbolicValue.From(pair.Value)));
        }

        return node.Writes.Where(write => node.Applies(write, edge)).Aggregate(
            state, (made, write) => made.Set(write.Scope, write.Name, Written(state, made, node, write, answer)));
    }

    public static SymbolicValue Given(SymbolicState caller, ControlFlowNode call, string name, ValueTemplate value) =>
        value.Whole is { } whole ? Copy(caller, whole, $"{call.Index}.{name}")
        : value.Literal is { } literal ? SymbolicValue.From(literal)
        : new SymbolicValue.Unknown($"{call.Index}.{name}");

    private static SymbolicValue Written(SymbolicState before, SymbolicState made, ControlFlowNode node, VariableWrite write, SymbolicValue? answer)
    {
        var id = $"{node.Index}.{write.Name}";
        if (write.Clears)
        {
            return SymbolicValue.None;
        }

        if (write.CopyOf is { } copied)
        {
            return Copy(before, copied, id);
        }

        if (write.BuildsOnBefore)
        {
            return Added(made, write) is { } sum ? sum : new SymbolicValue.Unknown(id);
        }

        return answer ?? (write.Literal is { } literal ? SymbolicValue.From(literal) : new SymbolicValue.Unknown(id));
    }

    private static SymbolicValue Copy(SymbolicState state, VariablePath path, string id) => state.Resolve(path) switch
    {
        SymbolicValue.Unset => SymbolicValue.None,
        var value when path.Segments.Count == 0 => value,
        SymbolicValue.Constant constant => SymbolicValue.From(path.Segments.Aggregate(constant.Value, (value, segment) => value[segment])),
        _ => new SymbolicValue.Unknown(id),
    };

    private static SymbolicValue.Constant? Added(SymbolicState state, VariableWrite write)
    {
        var root = write.Scope == AssignmentScope.Walk ? VariableRoot.Walk : VariableRoot.Conversation;
        decimal? before = state.Resolve(new VariablePath(root, write.Name, [])) switch
        {
            SymbolicValue.Unset => 0,
            SymbolicValue.Constant { Value.IsBlank: true } => 0,
            SymbolicValue.Constant { Value: var value } when value.Text is null || !NumberText.DependsOnLanguage(value.Text) => value.Number,
            _ => null,
        };
        return write.Types == ValueTypes.Number && before + write.Literal?.Number is { } sum ? new(Value.Of(sum)) : null;
    }
}
