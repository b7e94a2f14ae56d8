using System.ComponentModel.DataAnnotations;
using FlowEngine.Conversations;

namespace FlowEngine.NodeTypes;

public enum OnError
{
    /// <summary>To the <c>error</c> port if it is connected, else the walk fails.</summary>
    Port,
    Fail,

    /// <summary>On at the first port; what the node sets becomes <c>default</c>.</summary>
    Continue,
}

/// <summary>What every node may carry beside its own configuration.</summary>
public sealed record NodeSettings
{
    public string? Label { get; init; }

    public string? Note { get; init; }

    public RetrySettings? Retry { get; init; }

    [Range(1, 600_000)]
    public int? TimeoutMs { get; init; }

    public OnError OnError { get; init; }

    /// <summary>With <see cref="OnError.Continue"/>: an object with a value for what the node sets.</summary>
    public Value Default { get; init; }
}

public sealed record RetrySettings
{
    /// <summary>Tries in all.</summary>
    [Range(1, 10)]
    public int Attempts { get; init; } = 1;

    /// <summary>Doubles with each try.</summary>
    [Range(0, 60_000)]
    public int BackoffMs { get; init; } = 200;
}
