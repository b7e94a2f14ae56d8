using System.ComponentModel.DataAnnotations;
using FlowEngine.Storage.Projection;

namespace FlowEngine.Hosting;

/// <summary>How long turns and the audit are kept; nothing is dropped before it was projected.</summary>
public sealed class RetentionOptions
{
    /// <summary>Traces, answers from outside and replies of turns.</summary>
    [Range(1, 36_500)]
    public int PayloadDays { get; set; } = 30;

    /// <summary>Turns; the newest of a conversation stays.</summary>
    [Range(1, 36_500)]
    public int TurnDays { get; set; } = 400;

    [Range(1, 36_500)]
    public int AuditDays { get; set; } = 400;

    public RetentionLimits ToLimits() => new(TimeSpan.FromDays(PayloadDays), TimeSpan.FromDays(TurnDays), TimeSpan.FromDays(AuditDays));
}
