namespace FlowEngine.Comparing.Gates;

public sealed record GateEvaluation
{
    public required GateStatus Status { get; init; }

    public string? Name { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? To { get; init; }

    public double Confidence { get; init; }

    /// <summary>Compared turns of the window and mode.</summary>
    public int Turns { get; init; }

    public int Conversations { get; init; }

    /// <summary>Comparisons of the window that are not done yet, and in no figure.</summary>
    public int Pending { get; init; }

    public IReadOnlyList<GateCriterion> Criteria { get; init; } = [];

    /// <summary>Why the gate is refused: each a sentence that names what is wrong.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];
}
