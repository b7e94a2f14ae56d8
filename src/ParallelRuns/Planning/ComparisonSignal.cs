using FlowEngine.Chat.Background;

namespace FlowEngine.ParallelRuns.Planning;

/// <summary>Rings when a turn of this process asked for a comparison.</summary>
public sealed class ComparisonSignal : WorkSignal;
