using System.Collections.Immutable;
using FlowEngine.Conversations;

namespace FlowEngine.LegacyAssistant;

/// <summary>The stages of V1 in the shape of a flow's trace.</summary>
internal sealed class TurnTrace(TimeProvider time)
{
    public static TracedNode Prompt { get; } = Stage("prompt");

    public static TracedNode Context { get; } = Stage("context");

    public static TracedNode Model { get; } = Stage("model");

    public static TracedNode Links { get; } = Stage("links");

    private readonly List<TraceStep> _steps = new(4);
    private long _since = time.GetTimestamp();
    private ModelNote? _note;

    public IReadOnlyList<TraceStep> Steps => _steps;

    public List<ModelCall> ModelCalls { get; } = new(1);

    /// <summary>Null before the prompt was found.</summary>
    public string? PromptHash { get; private set; }

    public void Passed(TracedNode stage) => Add(stage, port: 0, fault: null);

    public void Hears(ModelReply reply) => _note = ModelNote.From(reply);

    public void Prompted(string hash)
    {
        PromptHash = hash;
        Passed(Prompt);
    }

    /// <returns>The failure, as it stands in the trace.</returns>
    public TurnFailure Failed(TracedNode stage, string code, string? cause)
    {
        var fault = new TurnFailure(code, stage.NodeId, cause);
        Add(stage, port: -1, fault);
        return fault;
    }

    private void Add(TracedNode stage, int port, TurnFailure? fault)
    {
        var now = time.GetTimestamp();
        var ticks = (int)Math.Min(int.MaxValue, time.GetElapsedTime(_since, now).Ticks);
        _steps.Add(new TraceStep(stage, port, ticks, default(ImmutableArray<Assignment>), fault) { Model = _note });
        _note = null;
        _since = now;
    }

    private static TracedNode Stage(string name) => new(name, name, "legacy-assistant", ["next"]);
}
