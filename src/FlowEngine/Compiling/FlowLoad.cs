using FlowEngine.Conversations;

namespace FlowEngine.Compiling;

/// <summary>A compiled version, or why there is none.</summary>
public sealed record FlowLoad(CompiledVersion? Version, TurnFailure? Failure);
