using System.Data.Common;
using FlowEngine.Chat.Tenants;
using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Json;
using FlowEngine.Storage.Switches;

namespace FlowEngine.Storage.Tenants;

/// <summary>A tenant with its settings and stage, its directives, its active flows and what is switched off, in one round trip.</summary>
internal static class TenantQuery
{
    public static string BySlug { get; } = Text("(SELECT id FROM tenants WHERE slug = @slug)");

    public static string ById { get; } = Text("@tenant_id");

    public static TenantSnapshot? Read(DbDataReader reader, string instanceId)
    {
        if (!reader.Read())
        {
            return null;
        }

        var profile = Profile(reader, instanceId);
        var stage = reader.IsDBNull(13) ? null : new StageRow(reader.GetString(13), reader.GetInt32(14), reader.GetInt32(15));
        reader.NextResult();
        var directives = reader.All(row => new Directive(
            row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt32(4)));
        reader.NextResult();
        var flows = reader.All(row => new FlowVersionRef(row.GetInt64(0), row.GetString(1), row.GetInt32(2)));
        reader.NextResult();
        return new(profile with { Directives = directives }, flows.ToDictionary(flow => flow.Name, StringComparer.Ordinal), stage)
        {
            Switches = KillSwitchQuery.Read(reader),
        };
    }

    private static TenantProfile Profile(DbDataReader reader, string instanceId) => new()
    {
        Key = new(reader.GetInt64(0), instanceId),
        Slug = reader.GetString(1),
        Name = reader.GetString(2),
        Languages = StoredJson.Texts(reader.GetString(3)) is { Count: > 0 } languages ? languages : ["en"],
        Currency = reader.GetString(4),
        SiteUrl = reader.TextOrNull(5)?.TrimEnd('/'),
        TimeZone = reader.GetString(6),
        Contact = StoredJson.Contact(reader.TextOrNull(9)),
        Rates = StoredJson.Rates(reader.TextOrNull(10)),
        Settings = new()
        {
            DefaultFlow = reader.TextOrNull(7),
            FallbackText = StoredJson.TextByLanguage(reader.TextOrNull(8)),
            Limits = StoredJson.Limits(reader.TextOrNull(11)),
            AnonymousChat = !reader.IsDBNull(12) && reader.GetBoolean(12),
            ChatDisabled = !reader.IsDBNull(17) && reader.GetBoolean(17),
            AllowedHosts = StoredJson.Texts(reader.TextOrNull(16)),
        },
    };

    private static string Text(string tenant) => $"""
        SELECT t.id, t.slug, t.name, t.languages, t.currency, t.site_url, t.time_zone,
          s.default_flow, s.fallback_text, s.contact, s.exchange_rates, s.limits, s.anonymous_chat,
          g.stage, g.percentage, g.sample, s.allowed_hosts, s.chat_disabled
        FROM tenants t
        LEFT JOIN bot_settings s ON s.tenant_id = t.id AND s.is_active
        LEFT JOIN tenant_stages g ON g.tenant_id = t.id AND g.instance_id = @instance_id
        WHERE t.id = {tenant} AND t.is_active;
        SELECT directive_key, directive_value, directive_type, category, priority FROM ai_tenant_directives
        WHERE tenant_id = {tenant} AND is_active ORDER BY priority DESC, directive_key;
        SELECT id, flow_name, version FROM tenant_conversation_flows WHERE tenant_id = {tenant} AND is_active ORDER BY flow_name;
        {KillSwitchQuery.Text($"{tenant}, 0")};
        """;
}
