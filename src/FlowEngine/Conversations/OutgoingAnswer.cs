namespace FlowEngine.Conversations;

/// <summary>What came back from a call to the outside, or why nothing did.</summary>
/// <param name="Status">The HTTP status; 0 where there was no answer.</param>
/// <param name="Body">The JSON, or the text; null where the answer had no body.</param>
/// <param name="IsJson">False where <paramref name="Body"/> is text that was no JSON.</param>
/// <param name="FailureCode">One of <see cref="FailureCodes"/> where there was no answer; null for every status.</param>
/// <param name="Cause">For engineers; holds nothing that was sent or received.</param>
public sealed record OutgoingAnswer(int Status, Value Body, bool IsJson, string? FailureCode = null, string? Cause = null)
{
    /// <summary>Why nothing can be read in an answer that came, one of <see cref="FailureCodes"/>; <see cref="Body"/> is null then.</summary>
    public string? BodyFailure { get; init; }

    public bool IsSuccess => Status is >= 200 and < 300;

    public static OutgoingAnswer Failed(string code, string? cause = null) => new(0, Value.Null, false, code, cause);
}
