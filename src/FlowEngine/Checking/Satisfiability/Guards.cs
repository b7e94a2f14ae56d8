using FlowEngine.Checking.Symbolic;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Checking.Satisfiability;

/// <summary>The guards of a node that selects its port by conditions.</summary>
internal sealed record Guards(ModuleModel Module, NodeModel Node, IReadOnlyList<Branch> Cases, Branch? Otherwise, BranchOrder Order)
{
    /// <summary>A node with more comparisons than this is not analysed.</summary>
    private const int MaxTests = 300;

    public static IEnumerable<Guards> In(FlowModel model) =>
        from module in model.Modules
        from node in module.Nodes.Values
        let branches = BranchesOf.Configuration(node.Bound?.Value)
        where branches.Count > 0
        let cases = branches.Where(branch => branch.When is not null).ToList()
        where cases.Count > 0 && cases.Sum(branch => Tests(branch.When!).Take(MaxTests + 1).Count()) <= MaxTests
        select new Guards(module, node, cases, branches.FirstOrDefault(branch => branch.When is null), BranchesOf.OrderOf(node.Bound!.Value));

    /// <summary>A switch, as opposed to a single condition.</summary>
    public bool IsSwitch => Node.Bound!.Value is not Condition;

    public string PointerOf(Branch branch) => Node.Source.ConfigurationPointer + branch.Pointer;

    public static IEnumerable<ConditionTest> Tests(ConditionNode node) => node switch
    {
        ConditionTest test => [test],
        ConditionGroup group => group.Children.SelectMany(Tests),
        _ => [],
    };
}
