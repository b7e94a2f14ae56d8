using FlowEngine.Conversations;

namespace FlowEngine.Checking.Satisfiability;

/// <param name="Sample">The value, or a representative.</param>
/// <param name="Number">For texts: the number that they read as, or a representative of its interval; null: they are not numeric.</param>
internal sealed record ValueClass(ValueClassKind Kind, Value Sample, decimal? Number = null);
