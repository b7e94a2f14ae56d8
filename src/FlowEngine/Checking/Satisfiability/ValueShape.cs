using FlowEngine.Conversations;

namespace FlowEngine.Checking.Satisfiability;

/// <param name="Sample">The value, or one that stands for the others.</param>
/// <param name="Number">Of texts: what they are as a number, the bounds' neighbours standing for all between; null: they are none.</param>
internal sealed record ValueShape(ShapeKind Kind, Value Sample, decimal? Number = null);
