using FlowEngine.Conversations;
using FlowEngine.Storage.Database;

namespace FlowEngine.Storage.Assistants;

/// <summary>Prompts and AI configurations.</summary>
public sealed class AssistantStore(ISqlReads reads)
{
    private const string Prompt = """
        SELECT id, name, prompt FROM ai_prompts
        WHERE tenant_id = @tenant_id AND feature_slug = @feature_slug AND is_active
        ORDER BY is_default DESC, id LIMIT 1
        """;

    private const string Configurations = """
        SELECT name, provider, model_name, is_default, settings, priority FROM ai_assistant_configurations
        WHERE tenant_id = @tenant_id AND is_active ORDER BY priority, name
        """;

    /// <summary>The default active prompt of the feature; null where there is none.</summary>
    public ValueTask<StoredPrompt?> DefaultPromptAsync(TenantKey tenant, string featureSlug, CancellationToken cancellationToken) =>
        reads.QueryAsync(
            Prompt,
            [("tenant_id", tenant.TenantId), ("feature_slug", featureSlug)],
            reader => reader.Read() ? new StoredPrompt(reader.GetInt64(0), reader.GetString(1), reader.GetString(2)) : null,
            cancellationToken);

    /// <summary>Active ones in the order in which they are tried.</summary>
    public ValueTask<IReadOnlyList<StoredAiConfiguration>> ActiveConfigurationsAsync(TenantKey tenant, CancellationToken cancellationToken) =>
        reads.QueryAsync<IReadOnlyList<StoredAiConfiguration>>(
            Configurations,
            [("tenant_id", tenant.TenantId)],
            reader => reader.All(row => new StoredAiConfiguration(
                row.GetString(0), row.GetString(1), row.GetString(2), row.GetBoolean(3), row.TextOrNull(4), row.GetInt32(5))),
            cancellationToken);
}

public sealed record StoredPrompt(long Id, string Name, string Text);

/// <param name="Settings">JSON of the provider's settings; secrets are references.</param>
/// <param name="Priority">Lower is tried earlier.</param>
public sealed record StoredAiConfiguration(string Name, string Provider, string ModelName, bool IsDefault, string? Settings = null, int Priority = 0);
