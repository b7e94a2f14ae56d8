using FlowEngine.Conversations;

namespace FlowEngine.Comparing.Observations;

/// <summary>What one engine did in one turn: all that a verdict is made from.</summary>
public sealed record Observation
{
    /// <summary><c>v1</c> or <c>v2</c>.</summary>
    public required string Engine { get; init; }

    public required string Stage { get; init; }

    /// <summary>Row id of the flow version walked; null for V1.</summary>
    public long? FlowVersionId { get; init; }

    /// <summary>SHA-256 of the prompt in hexadecimal; null where none was used or none is known.</summary>
    public string? PromptHash { get; init; }

    public string? Model { get; init; }

    /// <summary>JSON; null where they are not known.</summary>
    public string? ModelParameters { get; init; }

    /// <summary>SHA-256 in hexadecimal of what both engines are given alike: see <see cref="InputFingerprint"/>.</summary>
    public required string InputHash { get; init; }

    /// <summary>The assistant's messages in order.</summary>
    public required IReadOnlyList<ObservedMessage> Messages { get; init; }

    /// <summary><c>waiting</c>, <c>ended</c> or <c>open</c>.</summary>
    public required string Status { get; init; }

    public string? WaitingNodeId { get; init; }

    public ObservedFailure? Failure { get; init; }

    /// <summary>Null where nothing was streamed.</summary>
    public double? FirstTokenMs { get; init; }

    public required double TotalMs { get; init; }

    public int InputTokens { get; init; }

    public int OutputTokens { get; init; }

    /// <summary>Of the input, those that the provider had in its cache; null where it does not say.</summary>
    public int? CachedTokens { get; init; }

    /// <summary>Null where no model was called, or the price of one is not known (<see cref="IsUnpriced"/>).</summary>
    public ModelCost? Cost { get; init; }

    public bool IsUnpriced { get; init; }

    public IReadOnlyList<ObservedStep> Path { get; init; } = [];

    /// <summary>Conversation variables that the turn changed, with their new values; null where it removed one.</summary>
    public IReadOnlyDictionary<string, Value> Captured { get; init; } = new Dictionary<string, Value>();

    /// <summary>Names of the conversation's variables that are marked as personal; null where there are none.</summary>
    public IReadOnlyList<string>? Personal { get; init; }

    /// <summary>Conversation variables before the turn by name, each as a short hash of its value.</summary>
    public IReadOnlyDictionary<string, string> VariablesBefore { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<ObservedEffect> Effects { get; init; } = [];

    public IReadOnlyList<OutsideAnswer> OutsideAnswers { get; init; } = [];

    /// <summary>What models were given, call by call: by which the cause of a difference is found.</summary>
    public IReadOnlyList<ObservedModelCall> ModelCalls { get; init; } = [];
}
