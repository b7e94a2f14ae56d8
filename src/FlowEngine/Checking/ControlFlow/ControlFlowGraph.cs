using System.Collections.Immutable;

namespace FlowEngine.Checking.ControlFlow;

/// <summary>The interprocedural control-flow graph (supergraph) of a flow: every module of the document, and of the flows that it calls, is a procedure.</summary>
internal sealed record ControlFlowGraph(ImmutableArray<Procedure> Procedures, ImmutableArray<ControlFlowNode> Nodes)
{
    /// <summary>Where walks of the checked document begin; null if that is ambiguous.</summary>
    public Procedure? Home => Procedures.FirstOrDefault(procedure => procedure is { IsChecked: true, Module.IsHome: true, Start: >= 0 });

    public Procedure ProcedureOf(ControlFlowNode node) => Procedures[node.Procedure];
}

/// <param name="IsChecked">It belongs to the checked document; false: to another flow of the tenant.</param>
/// <param name="Start">Index of its entry node; -1 if that is ambiguous.</param>
internal sealed record Procedure(int Index, ModuleModel Module, bool IsChecked, int Start, ImmutableArray<string> GivenInputs);
