using System.Security.Cryptography;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Cli;
using FlowEngine.Moving.Generating;
using FlowEngine.Moving.Importing;
using FlowEngine.Storage.Schema;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Api.Tests.Migration;

/// <summary>A generated legacy database, and an empty one of ours to import it into.</summary>
public sealed class LegacyWorld : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("flowengine-legacy-").FullName;
    private readonly WebApplication _host;

    private LegacyWorld() => _host = CommandHost.Build([$"--FlowEngine:Database:ConnectionString=Data Source={Ours.FilePath}"]);

    public TemporaryDatabase Ours { get; } = new();

    public string Central => Path.Combine(_folder, "legacy.db");

    public IReadOnlyDictionary<long, string> TenantDatabases { get; private set; } = new Dictionary<long, string>();

    internal static async Task<LegacyWorld> CreateAsync(int conversations = 200, int seed = 1, int tenants = 3)
    {
        var world = new LegacyWorld();
        world.TenantDatabases = await world.Get<LegacyDatabaseFile>().WriteAsync(world.Central, new GeneratorOptions(conversations, tenants, seed), default);
        await world.Get<SchemaMigrator>().UpAsync(null, default);
        return world;
    }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    internal async Task<ImportReportView> ImportAsync(IReadOnlyDictionary<long, string>? tenants = null)
    {
        var (report, refusal) = await Get<LegacyImport>().RunAsync(
            new(Central, TenantDatabases, tenants ?? new Dictionary<long, string>()), _ => { }, default);
        Assert.Null(refusal);
        return report!;
    }

    internal async Task<StatusView> StatusAsync(string? connection = null) =>
        (await Get<ConversationStatusReport>().ReadAsync(connection ?? Central, connection is null ? TenantDatabases : new Dictionary<long, string>(), default)).View!;

    /// <summary>Changes the legacy database, as the legacy system would.</summary>
    public void Write(string sql, string? path = null)
    {
        using var connection = new SqliteConnection($"Data Source={path ?? Central};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Of the rows of the legacy database, attached as <c>old</c> to ours.</summary>
    public IReadOnlyList<string> Query(string sql, TemporaryDatabase? ours = null)
    {
        using var connection = (ours ?? Ours).Open();
        using var attach = connection.CreateCommand();
        attach.CommandText = $"ATTACH '{Central}' AS old";
        attach.ExecuteNonQuery();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? "(null)" : reader.GetString(column))));
        }

        return rows;
    }

    public long Number(string sql) => long.Parse(Assert.Single(Query(sql)), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>SHA-256 of the bytes of all legacy files.</summary>
    public string SourceBytes() =>
        string.Join(' ', TenantDatabases.Values.Prepend(Central).Select(path => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))));

    /// <summary>All that an import writes, but for what chance or the clock gives: public ids, and times of the import.</summary>
    public IReadOnlyList<string> Imported() => ImportedIn(Ours);

    public IReadOnlyList<string> ImportedIn(TemporaryDatabase ours) =>
    [
        .. Query("""
            SELECT t.slug, l.old_id, l.source_hash, l.messages_hash, l.last_message, c.id, c.session_id, c.user_id, c.feature_slug, c.feature_name, c.is_active,
              c.metadata, c.context_data, c.status, c.language, c.row_version, c.created_at, c.updated_at, f.flow_name, p.name
            FROM legacy_ids l JOIN main.ai_conversations c ON c.id = l.new_id JOIN tenants t ON t.id = c.tenant_id
            LEFT JOIN main.tenant_conversation_flows f ON f.id = c.flow_id LEFT JOIN main.ai_prompts p ON p.id = c.prompt_id
            WHERE l.kind = 'ai_conversations' ORDER BY l.old_id
            """, ours),
        .. Query("SELECT id, tenant_id, conversation_id, message_id, role, kind, content, engine, created_at FROM main.ai_conversation_messages ORDER BY id", ours),
        .. Query("SELECT id, tenant_id, directive_key, directive_value, directive_type, category, is_active FROM main.ai_tenant_directives ORDER BY id", ours),
        .. Query("SELECT id, tenant_id, feature_slug, feature_name, name, prompt, is_default, is_active FROM main.ai_prompts ORDER BY id", ours),
        .. Query("SELECT id, tenant_id, name, provider, model_name, is_active, is_default FROM main.ai_assistant_configurations ORDER BY id", ours),
        .. Query("SELECT id, tenant_id, flow_name, version, status, is_active, etag, start_node_id, note, flow_data FROM main.tenant_conversation_flows ORDER BY id", ours),
        .. Query("SELECT node_key, is_global, is_active, tenant_whitelist FROM main.ai_workflow_nodes ORDER BY node_key", ours),
        .. Query("SELECT tenant_id, kind, old_id, new_id, source_hash FROM legacy_ids ORDER BY tenant_id, kind, old_id", ours),
    ];

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        Ours.Dispose();
    }
}
