using System.Security.Cryptography;
using System.Text;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.Access;

/// <summary>API keys: only their hashes are kept.</summary>
public sealed class ApiKeyStore(ISystemDb db, TimeProvider time)
{
    private const string Mark = "fe_";

    /// <summary>Null where there is no such key, or it was revoked.</summary>
    public async Task<ApiKey?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var hash = Hash(key);
        await using var context = db.Open();
        return await context.ApiKeys
            .Where(row => row.Hash == hash && row.RevokedAt == null)
            .Select(row => new ApiKey(row.Id, row.TenantId, row.Name, row.Scope))
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The key itself is in the result and nowhere else.</summary>
    /// <param name="tenantId">Null: an operator's key.</param>
    /// <param name="key">A key to take instead of a random one; only for demo data.</param>
    public async Task<(ApiKey Row, string Key)> CreateAsync(
        long? tenantId, string name, string scope, string? key, CancellationToken cancellationToken)
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
        };
        context.ApiKeys.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        return (new ApiKey(row.Id, tenantId, name, scope), key);
    }

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}

/// <param name="TenantId">Null: an operator's.</param>
/// <param name="Scope"><c>chat</c>, <c>design</c>, <c>engineer</c> or <c>admin</c>.</param>
public sealed record ApiKey(long Id, long? TenantId, string Name, string Scope);
