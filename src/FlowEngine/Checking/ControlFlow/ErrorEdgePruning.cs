using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.ControlFlow;

/// <summary>
/// Removes the error edges of calls that cannot fail. A node can fail if its type says so (it calls out, or has a port <c>error</c>) or
/// if a case is missing. A failing database is not modelled.
/// </summary>
internal static class ErrorEdgePruning
{
    /// <summary>The graph without the error edges of calls that cannot fail.</summary>
    public static ControlFlowGraph Apply(ControlFlowGraph graph)
    {
        var failing = graph.Nodes.Where(CanFailItself).Select(node => node.Procedure).ToHashSet();
        var callers = graph.Nodes.Where(node => node.Callee >= 0 && LeadsOut(node)).ToLookup(node => node.Callee, node => node.Procedure);
        var waiting = new Stack<int>(failing);
        while (waiting.TryPop(out var procedure))
        {
            foreach (var caller in callers[procedure].Where(failing.Add))
            {
                waiting.Push(caller);
            }
        }

        return graph with
        {
            Nodes = [.. graph.Nodes.Select(node => node.Callee < 0 || failing.Contains(node.Callee) ? node : node with
            {
                Edges = node.Edges.RemoveAll(edge => edge.Kind is EdgeKind.Error or EdgeKind.ContinueOnError),
            })],
        };
    }

    private static bool CanFailItself(ControlFlowNode node) => node.IsOpaque || (node.Callee < 0 && LeadsOut(node) && MayFail(node));

    private static bool MayFail(ControlFlowNode node)
    {
        if (node.Callee == ControlFlowNode.UnknownCall || node.Model.CallsOut || node.Model.Ports.Any(port => port.Name == NodePort.Error))
        {
            return true;
        }

        var led = node.Edges.Select(edge => edge.Port).ToHashSet();
        return node.Model.Ports.Index().Any(port => port.Item.Fallback == PortFallback.NoCase && !led.Contains(port.Index));
    }

    /// <summary>If it fails, its procedure fails.</summary>
    private static bool LeadsOut(ControlFlowNode node) => !node.Edges.Any(edge => edge.Kind is EdgeKind.Error or EdgeKind.ContinueOnError);
}
