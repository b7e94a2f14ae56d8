using System.ComponentModel.DataAnnotations;

namespace FlowEngine.Chat.Switches;

/// <summary>What one drill was to show, and what it showed.</summary>
/// <param name="Stage">The stage that was supposed.</param>
/// <param name="Expected">What is to happen.</param>
/// <param name="Seen">What happened.</param>
public sealed record DrillView(
    string Kind, string? Subject, [property: AllowedValues("off", "shadow", "live", "rampdown", "complete")] string Stage, string Expected, string Seen, bool Passed);
