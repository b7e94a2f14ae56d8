using FlowEngine.Text;

namespace FlowEngine.NodeTypes;

/// <summary>A way on that a node takes where a guard holds.</summary>
/// <param name="Port">Index into the node's ports.</param>
/// <param name="When">Null: taken where no other one is.</param>
/// <param name="Pointer">Of the guard, relative to the configuration.</param>
public sealed record Branch(int Port, ConditionNode? When, string Pointer);

public enum BranchOrder
{
    /// <summary>The first whose guard holds.</summary>
    First,

    /// <summary>Of those whose guards hold, one by another measure, such as the most specific keyword.</summary>
    Best,
}

/// <summary>A configuration that decides by guards which port is taken. Ports without a branch are taken for reasons of the node's own.</summary>
public interface IBranchingConfiguration
{
    /// <summary>In the order in which they are tried.</summary>
    IReadOnlyList<Branch> Branches { get; }

    BranchOrder Order => BranchOrder.First;
}

public static class BranchesOf
{
    /// <summary>A configuration that is a condition leads on at port 0 where it holds, else at 1.</summary>
    public static IReadOnlyList<Branch> Configuration(object? configuration) => configuration switch
    {
        Condition condition => [new(0, condition.Root, ""), new(1, null, "")],
        IBranchingConfiguration branching => branching.Branches,
        _ => [],
    };

    public static BranchOrder OrderOf(object? configuration) => (configuration as IBranchingConfiguration)?.Order ?? BranchOrder.First;
}
