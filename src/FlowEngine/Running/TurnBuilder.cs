using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Running;

/// <summary>Gathers what the nodes of one turn say and intend.</summary>
internal sealed class TurnBuilder(int expectedSteps)
{
    private readonly List<Message> _messages = [];
    private readonly List<EffectIntent> _effects = [];
    private IReadOnlyList<Message> _keptMessages = [];
    private IReadOnlyList<EffectIntent> _keptEffects = [];

    public List<TraceStep> Trace { get; } = new(Math.Min(expectedSteps, 64));

    public List<OutsideAnswer> OutsideAnswers { get; } = [];

    public List<EnteredFlow> EnteredFlows { get; } = [];

    public ModelUsage Usage { get; private set; } = ModelUsage.None;

    /// <summary>Characters said so far.</summary>
    public int Output { get; private set; }

    public IReadOnlyList<Message> Messages => _messages;

    public IReadOnlyList<EffectIntent> Effects => _effects;

    public void Add(in NodeResult result)
    {
        if (!result.Messages.IsDefaultOrEmpty)
        {
            foreach (var message in result.Messages)
            {
                _messages.Add(message);
                Output += message.Content.Length;
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

        if (result.Usage is { } usage)
        {
            Usage = Usage.Plus(usage);
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

    private void Replace(Message replacement)
    {
        var index = _messages.FindIndex(message => message.Id == replacement.Id);
        if (index >= 0)
        {
            Output += replacement.Content.Length - _messages[index].Content.Length;
            _messages[index] = replacement;
        }
    }
}
