using System.Globalization;
using System.Security.Cryptography;
using FlowEngine.Conversations;
using FlowEngine.Storage.Secrets;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FlowEngine.Hosting.Secrets;

/// <summary>
/// Encrypts what tenants store, each value for its tenant and name: a row that is copied to another tenant cannot be read there. The keys are
/// made at the first use.
/// </summary>
public sealed class SecretProtector(DataProtectionKeyStore keys, IOptions<FlowEngineOptions> options, TimeProvider time, ILogger<SecretProtector> logger)
{
    private const string Application = "FlowEngine";

    /// <summary>A key that another process made since is looked for at most so often.</summary>
    private static readonly TimeSpan s_renewal = TimeSpan.FromSeconds(10);

    private Root? _root;

    public string Protect(TenantKey tenant, string name, string value) => Of((_root ??= Open()).Provider, tenant, name).Protect(value);

    /// <summary>Null where the keys that it was encrypted with are gone.</summary>
    public string? Unprotect(TenantKey tenant, string name, string value)
    {
        var root = _root ??= Open();
        try
        {
            return Of(root.Provider, tenant, name).Unprotect(value);
        }
        catch (CryptographicException fault)
        {
            if (time.GetElapsedTime(root.OpenedAt) < s_renewal)
            {
                Log.SecretUnreadable(logger, fault, name, tenant.TenantId);
                return null;
            }

            _root = Open();
            return Unprotect(tenant, name, value);
        }
    }

    /// <summary>Another database has other keys: what its own cannot read would be lost when this process ends.</summary>
    public void Forget() => _root = null;

    private static IDataProtector Of(IDataProtectionProvider provider, TenantKey tenant, string name) => provider.CreateProtector(
        "tenant secret", tenant.InstanceId, tenant.TenantId.ToString(CultureInfo.InvariantCulture), name);

    private Root Open()
    {
        var folder = options.Value.KeysDirectory;
        var provider = DataProtectionProvider.Create(new DirectoryInfo(folder ?? AppContext.BaseDirectory), builder =>
        {
            builder.SetApplicationName(Application);
            if (folder is null)
            {
                builder.Services.Configure<KeyManagementOptions>(management => management.XmlRepository = new StoredKeys(keys));
            }
        });
        return new(provider, time.GetTimestamp());
    }

    private sealed record Root(IDataProtectionProvider Provider, long OpenedAt);
}
