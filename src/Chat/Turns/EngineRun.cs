using FlowEngine.Chat.Engines;
using FlowEngine.Conversations;

namespace FlowEngine.Chat.Turns;

/// <summary>What the engines made of a turn.</summary>
/// <param name="Engine">Whose outcome it is.</param>
/// <param name="Fallback">Null where the engine of the plan did not fail, or nobody stood in for it. With <see cref="TurnFallback.From"/>
/// = <paramref name="Engine"/> the stand-in failed too.</param>
public sealed record EngineRun(EngineName Engine, TurnOutcome Outcome, TurnFallback? Fallback = null);
