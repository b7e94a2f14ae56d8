using System.ComponentModel;
using System.Text.RegularExpressions;
using FlowEngine.Conversations;

namespace FlowEngine.Testing.Scripts;

/// <summary>What a turn should come to; what is not named is not looked at.</summary>
public sealed record TurnExpectation
{
    [Description("The reply: the texts of its messages, joined by line breaks.")]
    public string? Text { get; init; }

    [Description("Texts that the reply has.")]
    public TextList? Contains { get; init; }

    [Description("Texts that the reply has not.")]
    public TextList? NotContains { get; init; }

    [Description("A regular expression that the reply has a match of.")]
    public Regex? Matches { get; init; }

    [Description("Kind of the last message.")]
    public MessageKind? Kind { get; init; }

    [Description("Quick replies of the last message, in order.")]
    public TextList? QuickReplies { get; init; }

    [Description("How many messages the reply has; 0 where nothing is said.")]
    public int? MessageCount { get; init; }

    [Description("The messages one by one: all of them, in order.")]
    public IReadOnlyList<MessageExpectation>? Messages { get; init; }

    [Description("The nodes that ran, by id or label: all of them, in order.")]
    public TextList? Path { get; init; }

    [Description("Nodes that ran, by id or label, in this order; others may have run between them.")]
    public TextList? PathContains { get; init; }

    [Description("Variables after the turn, by name: walk.x, conversation.x, or x, which is the walk's first.")]
    public IReadOnlyDictionary<string, ValueExpectation>? Variables { get; init; }

    [Description("The node, by id or label, that waits for an answer after the turn.")]
    public string? Waiting { get; init; }

    [Description("True: the walk came to its end. False: it did not.")]
    public bool? Ended { get; init; }

    [Description("The code of the turn's failure; 'none' where it must not fail. A failure that nothing is said of fails the test too.")]
    public string? Failure { get; init; }

    [Description("Effects of the turn: all of them, in order.")]
    public IReadOnlyList<EffectExpectation>? Effects { get; init; }

    [Description("How many effects the turn has; 0 where it must have none.")]
    public int? EffectCount { get; init; }
}

public sealed record MessageExpectation
{
    public string? Text { get; init; }

    public TextList? Contains { get; init; }

    public TextList? NotContains { get; init; }

    public Regex? Matches { get; init; }

    public MessageKind? Kind { get; init; }

    public TextList? QuickReplies { get; init; }
}

public sealed record EffectExpectation
{
    [Description("Such as lead or webhook.")]
    public string? Type { get; init; }

    [Description("The node, by id or label.")]
    public string? Node { get; init; }

    [Description("Members of the effect's payload by path, such as fields.email or payload.order_id; others may be there.")]
    public IReadOnlyDictionary<string, ValueExpectation> Payload { get; init; } = new Dictionary<string, ValueExpectation>();
}
