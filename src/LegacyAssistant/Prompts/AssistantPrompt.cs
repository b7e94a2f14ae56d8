namespace FlowEngine.LegacyAssistant.Prompts;

/// <summary>A row of <c>ai_prompts</c>.</summary>
public sealed record AssistantPrompt(long Id, string Name, string Text);
