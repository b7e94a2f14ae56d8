namespace FlowEngine.Comparing.Statistics;

/// <summary>A figure to be estimated.</summary>
/// <param name="Statistic">Null where the turns have no such figure; <paramref name="Missing"/> then says why.</param>
/// <param name="Cautious">By the chance beyond each end: the interval that the bootstrap's must not be narrower than.</param>
public sealed record Measure(ClusterStatistic? Statistic, int Turns, int Conversations, string? Missing = null, Func<double, Interval>? Cautious = null)
{
    /// <summary>Fewer conversations than this tell nothing that an interval could be made of.</summary>
    public const int FewestConversations = 10;

    public static Measure None(string why, int turns = 0, int conversations = 0) => new(null, turns, conversations, why);

    public static Measure Of(ClusterStatistic statistic, int turns, int conversations, Func<double, Interval>? cautious = null) =>
        conversations < FewestConversations
            ? None($"{conversations} conversations, fewer than {FewestConversations}", turns, conversations)
            : new(statistic, turns, conversations, null, cautious);
}
