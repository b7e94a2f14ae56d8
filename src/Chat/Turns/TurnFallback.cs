using FlowEngine.Chat.Engines;

namespace FlowEngine.Chat.Turns;

/// <summary>An engine failed, and the other was asked for the same turn.</summary>
/// <param name="From">Who failed.</param>
/// <param name="Code">Why.</param>
public sealed record TurnFallback(EngineName From, string Code);
