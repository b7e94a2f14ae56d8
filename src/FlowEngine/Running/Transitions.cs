using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Running;

/// <summary>Moves a walk on after a result. Each method returns null on success, else the failure.</summary>
internal static class Transitions
{
    public static TurnFailure? Continue(Walk walk, in NodeResult result)
    {
        var frame = walk.Innermost;
        if (result.Target is { } target)
        {
            if (!frame.Flow.IndexById.TryGetValue(target, out var position))
            {
                return new(FailureCodes.NodeNotFound, frame.Step.Id, $"'{target}' is not in this flow");
            }

            frame.Position = position;
            return null;
        }

        return Take(frame, result.Port);
    }

    /// <summary>Returns to the caller's first port.</summary>
    public static TurnFailure? Return(Walk walk)
    {
        walk.Pop(failed: false);
        return Take(walk.Innermost, 0);
    }

    /// <summary>
    /// After a failure: the node's own <c>on_error</c>, its error port, or those of the nodes that called its flow.
    /// False if nothing handles the failure, so the walk fails.
    /// </summary>
    public static bool Recover(Walk walk)
    {
        while (true)
        {
            var step = walk.Innermost.Step;
            var error = step.ConnectedPort(NodePort.Error);
            if (step.Settings.OnError == OnError.Port && error >= 0)
            {
                walk.Innermost.Position = step.Ports[error].Target;
                return true;
            }

            if (step.Settings.OnError == OnError.Continue && Take(walk.Innermost, 0) is null)
            {
                walk.Set([.. step.Settings.Default.Members.Select(pair => new Assignment(AssignmentScope.Walk, pair.Key, pair.Value))]);
                return true;
            }

            if (walk.Depth == 1)
            {
                return false;
            }

            walk.Pop(failed: true);
        }
    }

    private static TurnFailure? Take(Frame frame, int port)
    {
        var step = frame.Step;
        if (port < 0 || port >= step.Ports.Length)
        {
            return new(FailureCodes.NodeFailed, step.Id, $"the node took the port {port}, which it does not have");
        }

        var taken = step.Ports[port];
        if (taken is { Target: < 0, Fallback: PortFallback.FirstPort })
        {
            taken = step.Ports[0];
        }

        if (taken.Target < 0)
        {
            return taken.Fallback == PortFallback.NoCase
                ? new(FailureCodes.NoCase, step.Id, "no case holds and there is no default")
                : new(FailureCodes.FlowInvalid, step.Id, $"nothing is connected to the port '{step.Traced.PortNames[port]}'");
        }

        frame.Position = taken.Target;
        return null;
    }
}
