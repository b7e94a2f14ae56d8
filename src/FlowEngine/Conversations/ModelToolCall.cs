namespace FlowEngine.Conversations;

/// <summary>A model asks for a tool.</summary>
/// <param name="Name">As the model wrote it, which may be no tool's; letters, digits, <c>_</c> and <c>-</c>.</param>
/// <param name="Arguments">An object; null where what the model wrote is none, or is too long.</param>
public sealed record ModelToolCall(string Name, Value? Arguments);

/// <summary>Calls that a model made at once, and what it was answered.</summary>
/// <param name="Text">What it said before them.</param>
/// <param name="Answers">Of each call, in their order.</param>
public sealed record ToolRound(string? Text, IReadOnlyList<ModelToolCall> Calls, IReadOnlyList<string> Answers);
