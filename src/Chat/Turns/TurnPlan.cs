using FlowEngine.Chat.Engines;

namespace FlowEngine.Chat.Turns;

/// <summary>What is to be done with one turn.</summary>
/// <param name="Engine">Answers the user.</param>
/// <param name="Candidate">Is compared with it later, on the sampled share; null: nobody.</param>
/// <param name="Fallback">Answers the same turn where <paramref name="Engine"/> fails; null: its failure is the answer.</param>
public sealed record TurnPlan(EngineName Engine, EngineName? Candidate = null, EngineName? Fallback = null);
