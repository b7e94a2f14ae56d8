namespace FlowEngine.Conversations;

/// <summary>A model gave no answer, for a reason that its client knows.</summary>
/// <param name="code">One of <see cref="FailureCodes"/>.</param>
/// <param name="cause">For traces and logs: never prompt, answer, key or personal data, and never another system's text.</param>
public sealed class ModelCallException(string code, string cause) : Exception(cause)
{
    public string Code { get; } = code;

    /// <summary>The same call may succeed a moment later.</summary>
    public bool IsTransient { get; init; }

    /// <summary>How long the model's service asked to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
