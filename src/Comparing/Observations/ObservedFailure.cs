using System.Text.Json.Serialization;

namespace FlowEngine.Comparing.Observations;

/// <param name="Code">One of <see cref="Conversations.FailureCodes"/>.</param>
/// <param name="Cause">For engineers; null where the code says it all.</param>
public sealed record ObservedFailure(string Code, [property: JsonPropertyName("message")] string? Cause);
