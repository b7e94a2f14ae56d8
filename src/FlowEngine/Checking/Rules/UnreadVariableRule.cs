using FlowEngine.Checking.ControlFlow;
using FlowEngine.Conversations;

namespace FlowEngine.Checking.Rules;

/// <summary>A variable of the walk that the author named is read by something; nothing outlives the walk that could.</summary>
internal sealed class UnreadVariableRule : IPathRule
{
    public IEnumerable<Finding> Check(FlowAnalysis analysis)
    {
        var read = Read(analysis.Graph);
        var told = new HashSet<VariableKey>();
        foreach (var node in analysis.Nodes)
        {
            foreach (var write in node.Writes.Where(write => write is { IsNamed: true, Scope: AssignmentScope.Walk }))
            {
                var key = new VariableKey(node.Procedure, write.Name);
                if (!read.Contains(key) && told.Add(key))
                {
                    yield return Finding.Warning(
                        "variable_never_read",
                        node.Model.Id,
                        node.Model.Source.ConfigurationPointer + write.Pointer,
                        $"{node.Model.Name} sets the walk variable '{write.Name}', which is never read.",
                        "Remove it, or read it: in a text, a condition, or the outputs of the node that calls this module.");
                }
            }
        }
    }

    private static HashSet<VariableKey> Read(ControlFlowGraph graph)
    {
        var read = new HashSet<VariableKey>();
        foreach (var node in graph.Nodes)
        {
            read.UnionWith(node.Reads.SelectMany(one => VariableKey.For(one.Path, node.Procedure)));
            if (node.Callee >= 0)
            {
                read.UnionWith(node.Call!.Outputs.Keys.Select(theirs => new VariableKey(node.Callee, theirs)));
            }
        }

        return read;
    }
}
