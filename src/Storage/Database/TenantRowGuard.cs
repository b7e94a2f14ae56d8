using FlowEngine.Conversations;
using FlowEngine.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FlowEngine.Storage.Database;

/// <summary>Refuses to save rows of another tenant, which query filters do not stop.</summary>
internal sealed class TenantRowGuard : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Check(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(eventData.Context);
        return new(result);
    }

    private static void Check(DbContext? context)
    {
        if (context is not FlowEngineDbContext tenantContext)
        {
            return;
        }

        var key = tenantContext.Key;
        foreach (var entry in tenantContext.ChangeTracker.Entries().Where(IsChecked))
        {
            Check(entry, key);
        }
    }

    /// <summary>What is owned is columns of its owner's row, so the owner is checked, also where it has not changed itself.</summary>
    private static bool IsChecked(EntityEntry entry) => !entry.Metadata.IsOwned()
        && (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
            || entry.Metadata.GetNavigations().Any(navigation => navigation.ForeignKey.IsOwnership));

    private static void Check(EntityEntry entry, TenantKey key)
    {
        var owned = entry.Entity is ITenantRow
            && Is(entry, nameof(ITenantRow.TenantId), key.TenantId)
            && (entry.Entity is not IInstanceRow || Is(entry, nameof(IInstanceRow.InstanceId), key.InstanceId));
        if (!owned)
        {
            throw new InvalidOperationException($"{entry.Metadata.ClrType.Name} is not a row of tenant {key.TenantId} in '{key.InstanceId}'.");
        }
    }

    private static bool Is(EntityEntry entry, string column, object expected)
    {
        var property = entry.Property(column);
        return Equals(property.CurrentValue, expected)
            && (entry.State == EntityState.Added || Equals(property.OriginalValue, expected));
    }
}
