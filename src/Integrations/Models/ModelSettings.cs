using FlowEngine.Conversations;
using FlowEngine.Conversations.ModelAnswers;

namespace FlowEngine.Integrations.Models;

/// <summary>The JSON of <c>ai_assistant_configurations.settings</c>.</summary>
public sealed record ModelSettings
{
    /// <summary>Absolute, http or https; null: the provider's own.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>A <see cref="SecretReference"/>.</summary>
    public string? ApiKey { get; init; }

    public double? Temperature { get; init; }

    public int? MaxTokens { get; init; }

    /// <summary>For the whole call, retries included.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>For the first token of each attempt.</summary>
    public TimeSpan? FirstToken { get; init; }

    /// <summary>Null: the service's own, which are the known ones unless it is set.</summary>
    public ThinkingTags? ThinkingTags { get; init; }

    public ModelPrice? Price { get; init; }

    /// <summary>Of the same service; null where texts are not embedded.</summary>
    public string? EmbeddingModel { get; init; }
}
