using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.Running;

/// <summary>One flow of the walk that is under way, and where it stands.</summary>
internal sealed class Frame(CompiledVersion version, Flow flow, int position, VariableScope variables, IReadOnlyDictionary<string, string> outputs)
{
    public CompiledVersion Version { get; } = version;

    public Flow Flow { get; } = flow;

    public int Position { get; set; } = position;

    public VariableScope Variables { get; } = variables;

    /// <summary>The caller's walk variable by this frame's.</summary>
    public IReadOnlyDictionary<string, string> Outputs { get; } = outputs;

    /// <summary>Made for the frame when it is entered, again when the language changes.</summary>
    public TextScope? Scope { get; set; }

    public Step Step => Flow.Steps[Position];

    public FrameState ToState() =>
        new(Flow.Version.Id, Flow.Module, Step.Id, StoredRows.ToIds(Variables.Snapshot()), Outputs) { Personal = Variables.Personal() };
}
