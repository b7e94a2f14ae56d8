using System.Collections.Immutable;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Testing.Tracing;

/// <summary>Goes the way of a trace again, over names and values alone: no node runs.</summary>
internal sealed class FoldedWalk(IReadOnlyDictionary<string, Value> conversation, List<FoldedFrame> frames)
{
    private readonly VariableScope _conversation = new(conversation);

    public int Depth => frames.Count;

    public FoldedFrame Innermost => frames[^1];

    public FoldedVariables Variables() =>
        new(new Dictionary<string, Value>(_conversation.Snapshot(), StringComparer.Ordinal), Innermost.Snapshot());

    public void Set(ImmutableArray<Assignment> assignments)
    {
        foreach (var (scope, name, value) in assignments.IsDefault ? [] : assignments)
        {
            (scope == AssignmentScope.Walk ? Innermost.Variables : _conversation).Set(name, value);
        }
    }

    public void Enter(FoldedFrame frame) => frames.Add(frame);

    /// <summary>Back to the caller's first port.</summary>
    public TakenPort Return()
    {
        var left = Leave();
        foreach (var (from, to) in left.Outputs)
        {
            Innermost.Variables.Set(to, left.Variables.Get(from));
        }

        return Innermost.Taken(Innermost.Step.Traced.PortNames[0]);
    }

    /// <summary>After a failure that the walk outlived: the port by which it went on.</summary>
    public TakenPort? Recover()
    {
        while (true)
        {
            var step = Innermost.Step;
            if (step.Settings.OnError == OnError.Port && step.ConnectedPort(NodePort.Error) >= 0)
            {
                return Innermost.Taken(NodePort.Error);
            }

            if (step.Settings.OnError == OnError.Continue && step.Ports is [{ Target: >= 0 }, ..])
            {
                Set([.. step.Settings.Default.Members.Select(pair => new Assignment(AssignmentScope.Walk, pair.Key, pair.Value))]);
                return Innermost.Taken(step.Traced.PortNames[0]);
            }

            if (Depth == 1)
            {
                return null;
            }

            Leave();
        }
    }

    private FoldedFrame Leave()
    {
        var left = frames[^1];
        frames.RemoveAt(frames.Count - 1);
        return left;
    }
}
