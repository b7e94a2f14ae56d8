using System.Globalization;
using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Tenants;

namespace FlowEngine.Storage.Assistants;

/// <summary>Prompts and AI configurations, as turns read them.</summary>
public sealed class AssistantStore(ISqlReads reads, TenantFacts facts)
{
    private const string Prompt = """
        SELECT id, name, prompt, feature_slug, feature_name FROM ai_prompts
        WHERE tenant_id = @tenant_id AND is_active AND (id = @prompt_id OR feature_slug = @feature_slug OR feature_slug = @default_slug)
        ORDER BY CASE WHEN id = @prompt_id THEN 0 WHEN feature_slug = @feature_slug THEN 1 ELSE 2 END, is_default DESC, id LIMIT 1
        """;

    private const string Configurations = """
        SELECT name, provider, model_name, is_default, settings, priority FROM ai_assistant_configurations
        WHERE tenant_id = @tenant_id AND is_active ORDER BY priority, name
        """;

    /// <summary>The active prompt named by id, else the default one of the named feature, else that of the default feature; null where there is none.</summary>
    public ValueTask<AssistantPrompt?> PromptAsync(TenantKey tenant, AssistantReference named, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(named);
        var usual = AssistantReference.Default.FeatureSlug!;
        var slug = string.IsNullOrWhiteSpace(named.FeatureSlug) ? usual : named.FeatureSlug;
        var id = named.PromptId ?? 0L;
        return facts.GetAsync(
            tenant,
            string.Create(CultureInfo.InvariantCulture, $"{nameof(AssistantPrompt)} {id} {slug}"),
            token => reads.QueryAsync(
                Prompt,
                [("tenant_id", tenant.TenantId), ("prompt_id", id), ("feature_slug", slug), ("default_slug", usual)],
                reader => reader.Read()
                    ? new AssistantPrompt(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4))
                    : null,
                token),
            cancellationToken);
    }

    /// <summary>Active ones in the order in which they are tried.</summary>
    public ValueTask<IReadOnlyList<StoredAiConfiguration>> ActiveConfigurationsAsync(TenantKey tenant, CancellationToken cancellationToken) =>
        facts.GetAsync(
            tenant,
            nameof(StoredAiConfiguration),
            token => reads.QueryAsync<IReadOnlyList<StoredAiConfiguration>>(
                Configurations,
                [("tenant_id", tenant.TenantId)],
                reader => reader.All(row => new StoredAiConfiguration(
                    row.GetString(0), row.GetString(1), row.GetString(2), row.GetBoolean(3), row.TextOrNull(4), row.GetInt32(5))),
                token),
            cancellationToken);
}

/// <param name="Settings">JSON of the provider's settings; secrets are references.</param>
/// <param name="Priority">Lower is tried earlier.</param>
public sealed record StoredAiConfiguration(string Name, string Provider, string ModelName, bool IsDefault, string? Settings = null, int Priority = 0);
