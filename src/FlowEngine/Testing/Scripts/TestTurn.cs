using System.ComponentModel;

namespace FlowEngine.Testing.Scripts;

/// <summary>One step of a script: exactly one of <see cref="Say"/>, <see cref="Choose"/> and <see cref="Advance"/>.</summary>
public sealed record TestTurn
{
    [Description("The user's message.")]
    public string? Say { get; init; }

    [Description("A quick reply of the last message that had some; it must be among them.")]
    public string? Choose { get; init; }

    [Description("Time that passes, such as 30s, 61m, 2h or 1d; what times out on the way does so.")]
    public TimeText? Advance { get; init; }

    [Description("For readers; nothing is done with it.")]
    public string? Note { get; init; }

    public TurnExpectation Expect { get; init; } = new();
}
