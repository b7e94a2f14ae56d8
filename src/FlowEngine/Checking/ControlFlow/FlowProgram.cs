using System.Collections.Immutable;

namespace FlowEngine.Checking.ControlFlow;

/// <summary>All modules that a walk of the checked document may come through, as one graph: nodes by index, ways between them.</summary>
internal sealed record FlowProgram(ImmutableArray<ProgramUnit> Units, ImmutableArray<ProgramNode> Nodes)
{
    /// <summary>Where walks of the checked document begin; null where that is not clear.</summary>
    public ProgramUnit? Home => Units.FirstOrDefault(unit => unit is { IsChecked: true, Module.IsHome: true, Start: >= 0 });

    public ProgramUnit UnitOf(ProgramNode node) => Units[node.Unit];
}

/// <param name="IsChecked">It is of the document that is checked; false: of another flow of the tenant.</param>
/// <param name="Start">Index of the node at which it begins; -1 where that is not clear.</param>
internal sealed record ProgramUnit(int Index, ModuleModel Module, bool IsChecked, int Start, ImmutableArray<string> GivenInputs);
