using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.ControlFlow;

/// <summary>
/// Which modules can fail. A node can where its type says so - it calls out, or has a port <c>error</c> - or where a case is missing; that
/// a database may be gone is no way through a flow.
/// </summary>
internal static class Failures
{
    /// <summary>The program without the error ways of calls that cannot fail.</summary>
    public static FlowProgram WithoutImpossible(FlowProgram program)
    {
        var failing = program.Nodes.Where(CanFailItself).Select(node => node.Unit).ToHashSet();
        var callers = program.Nodes.Where(node => node.Callee >= 0 && LeadsOut(node)).ToLookup(node => node.Callee, node => node.Unit);
        var waiting = new Stack<int>(failing);
        while (waiting.TryPop(out var unit))
        {
            foreach (var caller in callers[unit].Where(failing.Add))
            {
                waiting.Push(caller);
            }
        }

        return program with
        {
            Nodes = [.. program.Nodes.Select(node => node.Callee < 0 || failing.Contains(node.Callee) ? node : node with
            {
                Ways = node.Ways.RemoveAll(way => way.Kind is WayKind.Error or WayKind.DespiteFailure),
            })],
        };
    }

    private static bool CanFailItself(ProgramNode node) => node.IsOpaque || (node.Callee < 0 && LeadsOut(node) && MayFail(node));

    private static bool MayFail(ProgramNode node)
    {
        if (node.Callee == ProgramNode.UnknownCall || node.Model.CallsOut || node.Model.Ports.Any(port => port.Name == NodePort.Error))
        {
            return true;
        }

        var led = node.Ways.Select(way => way.Port).ToHashSet();
        return node.Model.Ports.Index().Any(port => port.Item.Fallback == PortFallback.NoCase && !led.Contains(port.Index));
    }

    /// <summary>A failure of it is one of its module.</summary>
    private static bool LeadsOut(ProgramNode node) => !node.Ways.Any(way => way.Kind is WayKind.Error or WayKind.DespiteFailure);
}
