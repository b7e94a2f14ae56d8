using FlowEngine.Comparing.Statistics;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Gates;

/// <summary>
/// What a gate is held against, added up as it is read: conversations with their sums, the times of turns that were run against themselves, and a few ids.
/// </summary>
public sealed class GateSample
{
    private readonly GateFile _gate;

    /// <param name="from">Takes precedence over the file's; null: the file's.</param>
    /// <param name="to">Takes precedence over the file's; null: the file's.</param>
    public GateSample(GateFile gate, DateTimeOffset? from = null, DateTimeOffset? to = null) =>
        (_gate, From, To) = (gate, from ?? gate.From, to ?? gate.To);

    public DateTimeOffset? From { get; }

    public DateTimeOffset? To { get; }

    /// <summary>Conversations that are held.</summary>
    public int Conversations => Math.Max(Compared.Conversations, Answered.Conversations);

    /// <summary>Comparisons of the window and mode that are not done yet.</summary>
    internal int Pending { get; private set; }

    /// <summary>Comparisons that an expired ignore rule would have covered.</summary>
    internal int ExpiredRules { get; private set; }

    internal ConversationTable Compared { get; } = new();

    /// <summary>All that were to run, flagged where they were given up.</summary>
    internal ConversationTable ToRun { get; } = new();

    /// <summary>Turns that V2 was to answer, flagged where it failed and V1 was asked.</summary>
    internal ConversationTable Answered { get; } = new();

    internal Evidence Evidence { get; } = new();

    /// <summary>One of another window or mode is left out.</summary>
    public void Add(ComparedTurn turn)
    {
        if (turn.Mode != _gate.Mode || !IsIn(turn.At))
        {
            return;
        }

        Compared.Add(turn);
        Evidence.Add(turn);
        Pending += turn.Result == ComparisonResult.Pending ? 1 : 0;
        ExpiredRules += turn.ExpiredRule ? 1 : 0;
        if (turn.Result is not (ComparisonResult.Skipped or ComparisonResult.Pending))
        {
            ToRun.Add(FallbackMeasure.Flagged(turn.Id, turn.Tenant, turn.Conversation, turn.At, turn.Result == ComparisonResult.Abandoned));
        }
    }

    /// <summary>One of another window is left out.</summary>
    public void Add(AnsweredTurn turn)
    {
        if (IsIn(turn.At))
        {
            Answered.Add(FallbackMeasure.Flagged(turn.Id, turn.Tenant, turn.Conversation, turn.At, turn.IsFallback));
            Evidence.Add(turn);
        }
    }

    private bool IsIn(DateTimeOffset at) => !(at < From) && !(at >= To);
}
