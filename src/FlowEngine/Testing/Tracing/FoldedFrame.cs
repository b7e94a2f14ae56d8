using FlowEngine.Compiling;
using FlowEngine.Conversations;

namespace FlowEngine.Testing.Tracing;

/// <summary>One flow of the walk that is followed.</summary>
internal sealed class FoldedFrame(
    Flow flow, string nodeId, IReadOnlyDictionary<string, Value> variables, IReadOnlyDictionary<string, string> outputs)
{
    public Flow Flow { get; } = flow;

    public Step Step { get; private set; } = flow.Steps[flow.IndexById[nodeId]];

    public VariableScope Variables { get; } = new(variables);

    public IReadOnlyDictionary<string, string> Outputs { get; } = outputs;

    /// <summary>False where the flow has no such node.</summary>
    public bool MoveTo(string nodeId)
    {
        if (!Flow.IndexById.TryGetValue(nodeId, out var index))
        {
            return false;
        }

        Step = Flow.Steps[index];
        return true;
    }

    public TakenPort Taken(string port) => new(Flow.Version.Name, Flow.Module, Step.Id, port);

    public IReadOnlyDictionary<string, Value> Snapshot() => new Dictionary<string, Value>(Variables.Snapshot(), StringComparer.Ordinal);
}
