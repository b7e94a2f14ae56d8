using FlowEngine.Conversations.ModelAnswers;
using Microsoft.Extensions.AI;

namespace FlowEngine.Conversations;

/// <summary>Which models a tenant may use (<c>ai_assistant_configurations</c>).</summary>
public interface IModelDirectory
{
    /// <summary>
    /// The chain to try in order: the configuration asked for (null: the default one), then the tenant's other active ones.
    /// Empty where the tenant has none, or none of that name.
    /// </summary>
    ValueTask<IReadOnlyList<ConfiguredModel>> ChainAsync(TenantKey tenant, string? configuration, CancellationToken cancellationToken);
}

/// <param name="Name">Of the configuration.</param>
/// <param name="ModelName">As the provider calls it, and as <c>usage.model</c> says.</param>
/// <param name="Price">Null where it is not known.</param>
/// <param name="Parameters">Of the configuration; null where they are not known.</param>
public sealed record ConfiguredModel(
    string Name, string Provider, string ModelName, IChatClient Client, ModelPrice? Price = null, ModelParameters? Parameters = null)
{
    /// <summary>Between which this model writes what it thinks.</summary>
    public ThinkingTags ThinkingTags { get; init; } = ThinkingTags.Default;

    /// <summary>It costs nothing, as the built-in one.</summary>
    public bool IsFree { get; init; }
}
