using FlowEngine.Checking.ControlFlow;
using FlowEngine.Checking.Satisfiability;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Checking.Symbolic;

/// <summary>What a node's writes make of a state.</summary>
internal static class SymbolicWrites
{
    /// <param name="answer">What an answer becomes; null where there is none.</param>
    public static SymbolicState Apply(SymbolicState state, ProgramNode node, Way way, Sym? answer = null)
    {
        if (way.Kind == WayKind.DespiteFailure)
        {
            return node.Model.Bound!.Settings.Default.Members.Aggregate(
                state, (made, pair) => made.Set(AssignmentScope.Walk, pair.Key, Sym.Of(pair.Value)));
        }

        return node.Writes.Where(write => node.Applies(write, way)).Aggregate(
            state, (made, write) => made.Set(write.Scope, write.Name, Written(state, made, node, write, answer)));
    }

    public static Sym Given(SymbolicState caller, ProgramNode call, string name, ValueTemplate value) =>
        value.Whole is { } whole ? Copy(caller, whole, $"{call.Index}.{name}")
        : value.Literal is { } literal ? Sym.Of(literal)
        : new OpaqueSym($"{call.Index}.{name}");

    private static Sym Written(SymbolicState before, SymbolicState made, ProgramNode node, VariableWrite write, Sym? answer)
    {
        var id = $"{node.Index}.{write.Name}";
        if (write.Clears)
        {
            return Sym.Nothing;
        }

        if (write.CopyOf is { } copied)
        {
            return Copy(before, copied, id);
        }

        if (write.BuildsOnBefore)
        {
            return Added(made, write) is { } sum ? sum : new OpaqueSym(id);
        }

        return answer ?? (write.Literal is { } literal ? Sym.Of(literal) : new OpaqueSym(id));
    }

    private static Sym Copy(SymbolicState state, VariablePath path, string id) => state.Resolve(path) switch
    {
        NothingSym => Sym.Nothing,
        var value when path.Segments.Count == 0 => value,
        ConstantSym constant => Sym.Of(path.Segments.Aggregate(constant.Value, (value, segment) => value[segment])),
        _ => new OpaqueSym(id),
    };

    private static ConstantSym? Added(SymbolicState state, VariableWrite write)
    {
        var root = write.Scope == AssignmentScope.Walk ? VariableRoot.Walk : VariableRoot.Conversation;
        decimal? before = state.Resolve(new VariablePath(root, write.Name, [])) switch
        {
            NothingSym => 0,
            ConstantSym { Value.IsBlank: true } => 0,
            ConstantSym { Value: var value } when value.Text is null || !NumberText.DependsOnLanguage(value.Text) => value.Number,
            _ => null,
        };
        return write.Types == ValueTypes.Number && before + write.Literal?.Number is { } sum ? new(Value.Of(sum)) : null;
    }
}
