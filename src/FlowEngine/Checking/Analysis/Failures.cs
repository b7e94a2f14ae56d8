using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Analysis;

/// <summary>
/// Which modules can fail. A node can where its type says so - it calls out, or has a port <c>error</c> - or where a case is missing; that
/// a database may be gone is no way through a flow.
/// </summary>
internal static class Failures
{
    /// <summary>The program without the error ways of calls that cannot fail.</summary>
    public static FlowProgram WithoutImpossible(FlowProgram program)
    {
        var failing = new HashSet<int>();
        var before = -1;
        while (failing.Count != before)
        {
            before = failing.Count;
            failing.UnionWith(program.Nodes.Where(node => CanFail(node, failing)).Select(node => node.Unit).ToList());
        }

        return program with
        {
            Nodes = [.. program.Nodes.Select(node => node.Callee < 0 || failing.Contains(node.Callee) ? node : node with
            {
                Ways = node.Ways.RemoveAll(way => way.Kind is WayKind.Error or WayKind.DespiteFailure),
            })],
        };
    }

    private static bool CanFail(ProgramNode node, HashSet<int> failing)
    {
        if (node.IsOpaque)
        {
            return true;
        }

        var mayFail = node.Callee >= 0 ? failing.Contains(node.Callee)
            : node.Callee == ProgramNode.UnknownCall
            || node.Model.CallsOut
            || node.Model.Ports.Any(port => port.Name == NodePort.Error)
            || node.Model.Ports.Index().Any(port => port.Item.Fallback == PortFallback.NoCase && node.Ways.All(way => way.Port != port.Index));
        return mayFail && !node.Ways.Any(way => way.Kind is WayKind.Error or WayKind.DespiteFailure);
    }
}
