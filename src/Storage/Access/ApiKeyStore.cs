using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.Access;

/// <summary>API keys: only their hashes are kept.</summary>
public sealed class ApiKeyStore(ISystemDb db, ISqlReads reads, TimeProvider time)
{
    private const string Mark = "fe_";

    private const string Find = """
        SELECT id, tenant_id, name, scope, prefix, created_at, expires_at, last_used_at FROM api_keys WHERE hash = @hash AND revoked_at IS NULL
        """;

    /// <summary>Null where there is no such key, or it was revoked. One that has expired is found.</summary>
    public ValueTask<ApiKey?> FindAsync(string key, CancellationToken cancellationToken) =>
        reads.QueryAsync(
            Find,
            [("hash", Hash(key))],
            reader => reader.Read()
                ? new ApiKey(
                    reader.GetInt64(0), reader.IsDBNull(1) ? null : reader.GetInt64(1), reader.GetString(2), reader.GetString(3),
                    reader.GetString(4), reader.GetFieldValue<DateTimeOffset>(5), RevokedAt: null, Time(reader, 6), Time(reader, 7))
                : null,
            cancellationToken);

    /// <summary>The key itself is in the result and nowhere else.</summary>
    /// <param name="tenantId">Null: an operator's key.</param>
    /// <param name="key">A key to take instead of a random one; only for demo data.</param>
    /// <param name="expiresAt">Null: it does not expire.</param>
    public async Task<(ApiKey Row, string Key)> CreateAsync(
        long? tenantId, string name, string scope, string? key, CancellationToken cancellationToken, DateTimeOffset? expiresAt = null)
    {
        key ??= Mark + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        await using var context = db.Open();
        var row = new ApiKeyRow
        {
            TenantId = tenantId,
            Name = name,
            Scope = scope,
            Hash = Hash(key),
            Prefix = key[..Math.Min(7, key.Length)],
            CreatedAt = time.GetUtcNow(),
            ExpiresAt = expiresAt,
        };
        context.ApiKeys.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        return (Of(row), key);
    }

    /// <param name="tenantId">Null: the operators' keys.</param>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(long? tenantId, CancellationToken cancellationToken)
    {
        await using var context = db.Open();
        var rows = await context.ApiKeys.AsNoTracking().Where(row => row.TenantId == tenantId).OrderBy(row => row.Id)
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(Of);
    }

    /// <returns>False where the tenant has no such valid key.</returns>
    public async Task<bool> RevokeAsync(long? tenantId, long id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var context = db.Open();
        return await context.ApiKeys.Where(row => row.Id == id && row.TenantId == tenantId && row.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedAt, now), cancellationToken) == 1;
    }

    /// <summary>Notes when keys were last used; an earlier time than the one that is there changes nothing.</summary>
    public async Task UsedAsync(IReadOnlyDictionary<long, DateTimeOffset> lastUsed, CancellationToken cancellationToken)
    {
        await using var context = db.Open();
        foreach (var (id, at) in lastUsed)
        {
            await context.ApiKeys.Where(row => row.Id == id && (row.LastUsedAt == null || row.LastUsedAt < at))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastUsedAt, at), cancellationToken);
        }
    }

    private static DateTimeOffset? Time(DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);

    private static ApiKey Of(ApiKeyRow row) => new(
        row.Id, row.TenantId, row.Name, row.Scope, row.Prefix, row.CreatedAt, row.RevokedAt, row.ExpiresAt, row.LastUsedAt);

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
