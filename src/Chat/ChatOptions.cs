using System.ComponentModel.DataAnnotations;
using FlowEngine.Conversations;

namespace FlowEngine.Chat;

/// <summary>What turns are run by; all of it may change while the service runs, but for the installation and the limits of one turn.</summary>
public abstract class ChatOptions
{
    /// <summary>Which installation's rows these are, where several share a database.</summary>
    [Required, StringLength(64, MinimumLength = 1)]
    public string InstanceId { get; set; } = "default";

    public ConversationOptions Conversations { get; set; } = new();

    public LimitOptions Limits { get; set; } = new();

    /// <summary>Answers every chat turn with 503.</summary>
    public bool ChatDisabled { get; set; }
}

public sealed class ConversationOptions
{
    /// <summary>A conversation that nobody spoke in for so long is closed.</summary>
    [Range(1, 3650)]
    public int IdleDays { get; set; } = 30;

    public TimeSpan IdleTime => TimeSpan.FromDays(IdleDays);
}

/// <summary>Of one turn as they are at the start (<see cref="ToTurnLimits"/>); of a conversation and a day as they are now.</summary>
public sealed class LimitOptions
{
    [Range(1, 10_000)]
    public int MaxSteps { get; set; } = 200;

    [Range(1, 600)]
    public int MaxSeconds { get; set; } = 60;

    [Range(1, 1_000_000)]
    public int MaxOutput { get; set; } = 32_000;

    [Range(1, 10_000_000)]
    public int MaxTokens { get; set; } = 50_000;

    /// <summary>Of one turn, in the currency of the models' prices; 0 sets no limit.</summary>
    [Range(0.0, 1_000_000.0)]
    public decimal MaxCost { get; set; }

    /// <summary>Of one conversation, as long as it lives.</summary>
    public UsageLimitOptions Conversation { get; set; } = new();

    /// <summary>Of all turns of a tenant in one day of its time zone.</summary>
    public UsageLimitOptions Day { get; set; } = new();

    public TurnLimits ToTurnLimits() => new()
    {
        MaxSteps = MaxSteps,
        MaxDuration = TimeSpan.FromSeconds(MaxSeconds),
        MaxOutput = MaxOutput,
        MaxTokens = MaxTokens,
        MaxCost = MaxCost > 0 ? MaxCost : null,
    };
}

/// <summary>0 sets no limit.</summary>
public sealed class UsageLimitOptions
{
    [Range(0, long.MaxValue)]
    public long MaxTurns { get; set; }

    [Range(0, long.MaxValue)]
    public long MaxTokens { get; set; }

    /// <summary>In the currency of the models' prices.</summary>
    [Range(0.0, 1_000_000_000.0)]
    public decimal MaxCost { get; set; }

    public UsageLimits ToUsageLimits() => new()
    {
        MaxTurns = MaxTurns > 0 ? MaxTurns : null,
        MaxTokens = MaxTokens > 0 ? MaxTokens : null,
        MaxCost = MaxCost > 0 ? MaxCost : null,
    };
}
