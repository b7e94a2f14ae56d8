using FlowEngine.Comparing.Ladder.Entities;
using FlowEngine.Comparing.Ladder.Measures;
using FlowEngine.Comparing.Observations;
using FlowEngine.Conversations;

namespace FlowEngine.Comparing.Ladder;

/// <summary>One side of a comparison, with what the steps need of it made once, when it is first asked for.</summary>
internal sealed class Reply
{
    private readonly Lazy<string> _normalised;
    private readonly Lazy<string[]> _tokens;
    private readonly Lazy<FoundEntities> _entities;
    private readonly Lazy<string[]> _restTokens;

    public Reply(Observation observation, string language, int maxText, ProductNames products)
    {
        Observation = observation;
        Messages = [.. observation.Messages.Where(message => message.Kind is not (MessageKind.Greeting or MessageKind.Closing))];
        FullText = string.Join('\n', Messages.SelectMany(message => new[] { message.Content, message.CardText }).Where(text => text.Length > 0));
        Text = UnicodeText.Cut(FullText, maxText);
        _normalised = new(() => Normaliser.Normalise(FullText, language));
        _tokens = new(() => Measures.Tokens.Of(Normaliser.Normalise(Text, language)));
        _entities = new(() => EntityReader.Read(Text, language, products));
        _restTokens = new(() => Measures.Tokens.Of(Normaliser.Normalise(Entities.Rest, language)));
    }

    public Observation Observation { get; }

    /// <summary>Without greetings and closings, which only one of the engines says on its own.</summary>
    public IReadOnlyList<ObservedMessage> Messages { get; }

    public string FullText { get; }

    /// <summary>Bounded.</summary>
    public string Text { get; }

    public string Normalised => _normalised.Value;

    public IReadOnlyList<string> Tokens => _tokens.Value;

    public FoundEntities Entities => _entities.Value;

    /// <summary>The words that are left without the entities, which have a step of their own.</summary>
    public IReadOnlyList<string> RestTokens => _restTokens.Value;

    public bool IsV1 => Observation.Engine == EngineNames.V1;

    public bool IsWaiting => Observation.Status == "waiting";
}
