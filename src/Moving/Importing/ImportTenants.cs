using System.Globalization;
using FlowEngine.Chat;
using FlowEngine.Chat.Tenants;
using FlowEngine.Storage.Import;
using FlowEngine.Storage.Model;
using Microsoft.Extensions.Options;

namespace FlowEngine.Moving.Importing;

/// <summary>Finds the tenants that the source has rows of, and makes those that are not here.</summary>
public sealed class ImportTenants(TenantImporter importer, TenantDirectory directory, IOptions<ChatOptions> options)
{
    /// <returns>The tenants in the order of their legacy ids, or why there are none.</returns>
    public async Task<(IReadOnlyList<ImportTenant> Tenants, string? Refusal)> FindAsync(
        SourceReader central, ImportOptions import, CancellationToken cancellationToken)
    {
        var ids = new SortedSet<long>(import.TenantDatabases.Keys);
        foreach (var table in LegacyTable.OfTenants)
        {
            ids.UnionWith((await central.DistinctAsync(table, "tenant_id", cancellationToken)).OfType<long>());
        }

        var tenants = new List<ImportTenant>();
        foreach (var id in ids)
        {
            var mapped = import.Tenants.TryGetValue(id, out var slug);
            slug ??= string.Create(CultureInfo.InvariantCulture, $"tenant-{id}");
            var created = !mapped && (await importer.ImportAsync(Data(slug), options.Value.InstanceId, cancellationToken)).Created;
            if (await directory.FindAsync(slug, cancellationToken) is not { } tenant)
            {
                return ([], $"There is no active tenant '{slug}'. Activate it with 'tenant activate {slug}', or name another with --tenant {id}=SLUG.");
            }

            tenants.Add(new(id, tenant.Profile, created));
        }

        return (tenants, null);
    }

    /// <summary>The legacy system says little of a tenant: the rest is settings, to be entered here.</summary>
    private static TenantData Data(string slug) => new()
    {
        Slug = slug, Name = slug, Languages = TenantDefaults.Languages, Currency = TenantDefaults.Currency, TimeZone = TenantDefaults.TimeZone,
    };
}
