using System.ComponentModel;
using FlowEngine.Conversations;

namespace FlowEngine.Testing.Scripts;

/// <summary>A conversation as it should go: what is said to a flow, and what is expected of it.</summary>
public sealed record FlowTest
{
    [Description("What the test shows, in a few words.")]
    public required string Name { get; init; }

    [Description("Name of the flow; without it the flow that the file lies beside, or that the test is stored with.")]
    public string? Flow { get; init; }

    [Description("For readers; nothing is done with it.")]
    public string? Note { get; init; }

    [Description("The conversation's language, two letters; without it the tenant's first.")]
    public string? Language { get; init; }

    [Description("When the conversation begins, such as 2026-03-02T09:00:00Z. Only 'advance' moves the clock.")]
    public DateTimeOffset Now { get; init; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Description("Read as session.user_id.")]
    public string? UserId { get; init; }

    [Description("Flat texts that come with every turn; read as session.*.")]
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    [Description("Variables of the conversation before its first turn.")]
    public IReadOnlyDictionary<string, Value> Variables { get; init; } = new Dictionary<string, Value>();

    [Description("What answers in the place of models, of the outside and of nodes.")]
    public StandIns StandIns { get; init; } = new();

    public required IReadOnlyList<TestTurn> Turns { get; init; }
}
