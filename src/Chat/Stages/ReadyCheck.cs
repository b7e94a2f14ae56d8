using System.ComponentModel.DataAnnotations;

namespace FlowEngine.Chat.Stages;

/// <summary>One thing that has to be so before V2 may run.</summary>
/// <param name="Name"><c>active_flow</c>, <c>ai_response</c>, <c>registry</c> or <c>trial</c>.</param>
/// <param name="Found">What is there.</param>
/// <param name="Fix">What to do; null where it passed.</param>
public sealed record ReadyCheck([property: AllowedValues("active_flow", "ai_response", "registry", "trial")] string Name, bool Passed, string Found, string? Fix);
