using FlowEngine.Chat.Engines;
using FlowEngine.Conversations;

namespace FlowEngine.Chat.Turns;

/// <summary>What the engines made of a turn.</summary>
/// <param name="Engine">Whose outcome it is.</param>
/// <param name="Fallback">Null where the engine of the plan did not fail, or nobody stood in for it.</param>
public sealed record EngineRun(EngineName Engine, TurnOutcome Outcome, TurnFallback? Fallback = null)
{
    /// <summary>Both failed: <see cref="Outcome"/> is the failure of the engine of the plan.</summary>
    public bool StandInFailed => Fallback?.From == Engine;
}
