using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Text.Contacts;

namespace FlowEngine.Running;

/// <summary>Gathers what the nodes of one turn say and intend.</summary>
internal sealed class TurnBuilder(int expectedSteps)
{
    private readonly List<Message> _messages = [];
    private readonly List<EffectIntent> _effects = [];
    private IReadOnlyList<Message> _keptMessages = [];
    private IReadOnlyList<EffectIntent> _keptEffects = [];
    private ModelUsage _used = ModelUsage.None;
    private ModelUsage? _ofThisNode;
    private ModelNote? _note;

    public List<TraceStep> Trace { get; } = new(Math.Min(expectedSteps, 64));

    public List<OutsideAnswer> OutsideAnswers { get; } = [];

    public List<EffectIntent> OutsideEffects { get; } = [];

    public List<ModelCall> ModelCalls { get; } = [];

    public List<EnteredFlow> EnteredFlows { get; } = [];

    /// <summary>Of all models, those of a node that gave no result included.</summary>
    public ModelUsage Usage => _ofThisNode is null ? _used : _used.Plus(_ofThisNode);

    /// <summary>Characters said so far.</summary>
    public int Output { get; private set; }

    public IReadOnlyList<Message> Messages => _messages;

    public IReadOnlyList<EffectIntent> Effects => _effects;

    /// <summary>A model was called; what the node that called it reports is the same again.</summary>
    public void Spend(ModelUsage usage) => _ofThisNode = _ofThisNode is null ? usage : _ofThisNode.Plus(usage);

    public void Hear(ModelReply reply) => _note = ModelNote.From(reply, _note);

    /// <summary>What was noted of models since the last step.</summary>
    public ModelNote? TakeNote()
    {
        var note = _note;
        _note = null;
        return note;
    }

    public void Add(in NodeResult result)
    {
        if (!result.Messages.IsDefaultOrEmpty)
        {
            foreach (var message in result.Messages)
            {
                _messages.Add(MessageAddresses.Checked(message));
                Output += message.Content.Length;
            }

            // A node that asks a model says what it answered, last.
            if (result.Usage is { OutputTokens: > 0 } written)
            {
                _messages[^1] = _messages[^1] with { Tokens = written.OutputTokens };
            }
        }

        if (result.Replacement is { } replacement)
        {
            Replace(replacement);
        }

        if (!result.Effects.IsDefaultOrEmpty)
        {
            _effects.AddRange(result.Effects);
        }

        if (_ofThisNode is not null || result.Usage is not null)
        {
            Count(result.Usage);
        }

        if (result.KeepsSoFar)
        {
            _keptMessages = [.. _messages];
            _keptEffects = [.. _effects];
        }
    }

    /// <summary>What survives a failed walk.</summary>
    public (IReadOnlyList<Message> Messages, IReadOnlyList<EffectIntent> Effects) Kept() =>
        (_keptMessages, _keptEffects);

    /// <summary>A try that was cut off is in what was called, not in what its node reports.</summary>
    private void Count(ModelUsage? reported)
    {
        var called = _ofThisNode;
        _ofThisNode = null;
        _used = _used.Plus(called is null || (reported is not null && Tokens(reported) > Tokens(called)) ? reported! : called);
    }

    private static int Tokens(ModelUsage usage) => usage.InputTokens + usage.OutputTokens;

    private void Replace(Message replacement)
    {
        var index = _messages.FindIndex(message => message.Id == replacement.Id);
        if (index >= 0)
        {
            Output += replacement.Content.Length - _messages[index].Content.Length;
            _messages[index] = MessageAddresses.Checked(replacement) with { Tokens = replacement.Tokens ?? _messages[index].Tokens };
        }
    }
}
