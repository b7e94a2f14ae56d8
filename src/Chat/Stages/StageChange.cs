using FlowEngine.Chat.Tenants;

namespace FlowEngine.Chat.Stages;

/// <summary>A tenant's row is to be set.</summary>
/// <param name="Before">What was in force, by the row or by configuration.</param>
/// <param name="Gate">What the gate said; null where none was asked.</param>
/// <param name="ExpectedEtag">Of the row that may be changed.</param>
public sealed record StageChange(
    StageRow Before, StageRow After, string? Reason, string ChangedBy, StageGateNote? Gate, string ExpectedEtag);

/// <param name="Verdict"><c>passed</c>, <c>failed</c> or <c>not_enough_data</c>.</param>
public sealed record StageGateNote(string Verdict, string Text);
