using FlowEngine.Conversations.ModelAnswers;

namespace FlowEngine.Integrations.Resilience;

/// <summary>What every call of a remote model may take, where its configuration says nothing else.</summary>
public sealed record ModelCallOptions
{
    /// <summary>For the whole call, retries included. Less than a turn may take, so that its error port or the next model has some.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>For the first token of each attempt, and from one to the next.</summary>
    public TimeSpan FirstToken { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Characters of one answer.</summary>
    public int MaxAnswer { get; init; } = 200_000;

    /// <summary>Bytes of one response, whatever is in it.</summary>
    public int MaxResponse { get; init; } = 8 * 1024 * 1024;

    /// <summary>Bytes of one line of a response: its reader keeps the whole of it in memory.</summary>
    public int MaxLine { get; init; } = 1024 * 1024;

    /// <summary>Between which models write what they think.</summary>
    public ThinkingTags ThinkingTags { get; init; } = ThinkingTags.Default;

    public int Retries { get; init; } = 2;

    /// <summary>Before the first retry; twice as long before each that follows, with jitter.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>A service that asks for more, or for more than the call has left, is not asked again in this call.</summary>
    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>So many attempts within <see cref="BreakerWindow"/>, half of them failed, open the circuit breaker.</summary>
    public int BreakerThroughput { get; init; } = 10;

    public TimeSpan BreakerWindow { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan BreakerPause { get; init; } = TimeSpan.FromSeconds(15);
}
