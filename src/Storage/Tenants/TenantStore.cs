using System.Data.Common;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Json;
using FlowEngine.Storage.Schema;

namespace FlowEngine.Storage.Tenants;

/// <summary>
/// The tenants, for operators. A new one's id lies above every id that any row names, so that it never gets what was somebody else's. Every
/// change is audited in its own transaction, as of the tenant.
/// </summary>
public sealed class TenantStore(
    ISqlReads reads, ISqlWrites writes, IDatabaseSchema schema, TenantTables tables, SchemaDefaults defaults, TimeProvider clock)
{
    private const string Columns = "id, slug, name, languages, currency, time_zone, site_url, is_active, created_at, updated_at";

    private const string Add = """
        INSERT INTO tenants (id, slug, name, languages, currency, time_zone, site_url, is_active, created_at, updated_at)
        VALUES (@id, @slug, @name, @languages, @currency, @time_zone, @site_url, @is_active, @created_at, @updated_at)
        """;

    private const string Change = """
        UPDATE tenants SET slug = @slug, name = @name, languages = @languages, currency = @currency, time_zone = @time_zone,
          site_url = @site_url, is_active = @is_active, updated_at = @updated_at
        WHERE id = @id
        """;

    private const string Audit = """
        INSERT INTO audit_logs (tenant_id, instance_id, actor, action, subject, details, created_at)
        VALUES (@tenant_id, @instance_id, @actor, @action, @subject, @details, @created_at)
        """;

    /// <summary>By slug, inactive ones too.</summary>
    public ValueTask<IReadOnlyList<TenantEntry>> ListAsync(CancellationToken cancellationToken) =>
        reads.QueryAsync<IReadOnlyList<TenantEntry>>(
            $"SELECT {Columns} FROM tenants ORDER BY slug", [], reader => reader.All(Entry), cancellationToken);

    public ValueTask<TenantEntry?> FindAsync(string slug, CancellationToken cancellationToken) =>
        reads.QueryAsync(
            $"SELECT {Columns} FROM tenants WHERE slug = @slug", [("slug", slug)], reader => reader.Read() ? Entry(reader) : null, cancellationToken);

    /// <summary>True where any table has rows of the tenant, beside keys and audits.</summary>
    public ValueTask<bool> HasRowsAsync(long tenantId, CancellationToken cancellationToken) =>
        reads.QueryAsync(tables.AnyRow, [("tenant_id", tenantId)], reader => reader.Read(), cancellationToken);

    /// <returns>The tenant of the slug, and whether it was made now: one that is there stays as it is.</returns>
    public async Task<(TenantEntry Entry, bool IsNew)> CreateAsync(TenantDetails facts, string createdBy, CancellationToken cancellationToken)
    {
        // Of several processes one makes a tenant at a time: ids are not given by the database.
        await using var alone = await schema.LockAsync(cancellationToken);
        return await CreateAloneAsync(facts, createdBy, cancellationToken);
    }

    /// <summary>For callers that already hold the schema's lock.</summary>
    /// <param name="createdBy">Null: not audited.</param>
    internal async Task<(TenantEntry Entry, bool IsNew)> CreateAloneAsync(TenantDetails facts, string? createdBy, CancellationToken cancellationToken)
    {
        if (await FindAsync(facts.Slug, cancellationToken) is { } there)
        {
            return (there, false);
        }

        var id = 1 + await reads.QueryAsync(
            tables.GreatestId, [], reader => reader.Read() && !reader.IsDBNull(0) ? reader.GetInt64(0) : 0, cancellationToken);
        var now = clock.GetUtcNow();
        SqlWrite add = new(Add, [("id", id), .. Arguments(facts), ("created_at", now), ("updated_at", now)]);
        await writes.ExecuteAsync(
            createdBy is null ? [add] : [add, Auditing(id, "tenant.create", facts.Slug, createdBy, null, now)], cancellationToken);
        return (new(id, facts.Slug, facts.Name, facts.Languages, facts.Currency, facts.TimeZone, facts.SiteUrl, facts.IsActive, now, now), true);
    }

    /// <returns>What is stored, null where there is no such tenant; or that another has the new slug.</returns>
    public async Task<(TenantEntry? Entry, bool SlugIsTaken)> ChangeAsync(
        string slug, Func<TenantDetails, TenantDetails> change, string changedBy, CancellationToken cancellationToken)
    {
        await using var alone = await schema.LockAsync(cancellationToken);
        if (await FindAsync(slug, cancellationToken) is not { } entry)
        {
            return (null, false);
        }

        var before = TenantDetails.Of(entry);
        var after = change(before);
        if (after.Slug != slug && await FindAsync(after.Slug, cancellationToken) is not null)
        {
            return (null, true);
        }

        var changes = before.Changes(after);
        if (changes.Count == 0)
        {
            return (entry, false);
        }

        var now = clock.GetUtcNow();
        await writes.ExecuteAsync(
            [
                new(Change, [.. Arguments(after), ("updated_at", now), ("id", entry.Id)]),
                Auditing(entry.Id, "tenant.put", after.Slug, changedBy, StoredJson.Write(changes), now),
            ],
            cancellationToken);
        return (await FindAsync(after.Slug, cancellationToken), false);
    }

    private static (string, object?)[] Arguments(TenantDetails facts) =>
    [
        ("slug", facts.Slug), ("name", facts.Name), ("languages", StoredJson.Write(facts.Languages)), ("currency", facts.Currency),
        ("time_zone", facts.TimeZone), ("site_url", facts.SiteUrl), ("is_active", facts.IsActive),
    ];

    private SqlWrite Auditing(long tenantId, string action, string subject, string actor, string? details, DateTimeOffset now) => new(
        Audit, ("tenant_id", tenantId), ("instance_id", defaults.InstanceId), ("actor", actor), ("action", action), ("subject", subject),
        ("details", details), ("created_at", now));

    private static TenantEntry Entry(DbDataReader reader) => new(
        reader.GetInt64(0), reader.GetString(1), reader.GetString(2), StoredJson.Texts(reader.GetString(3)), reader.GetString(4), reader.GetString(5),
        reader.TextOrNull(6), reader.GetBoolean(7), reader.GetFieldValue<DateTimeOffset>(8), reader.GetFieldValue<DateTimeOffset>(9));
}
