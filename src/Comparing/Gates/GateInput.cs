using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Gates;

/// <summary>What a gate is held against.</summary>
public sealed record GateInput(IReadOnlyList<ComparedTurn> Turns)
{
    /// <summary>Turns that V2 was to answer; only <see cref="CriterionNames.FallbackRate"/> needs them.</summary>
    public IReadOnlyList<AnsweredTurn> Answered { get; init; } = [];

    /// <summary>Ignore rules that are expired and not yet removed.</summary>
    public IReadOnlyList<string> ExpiredRules { get; init; } = [];

    /// <summary>Takes precedence over the file's; null: the file's.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Takes precedence over the file's; null: the file's.</summary>
    public DateTimeOffset? To { get; init; }
}
