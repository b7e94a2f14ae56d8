using FlowEngine.Storage.Database;
using FlowEngine.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FlowEngine.Storage.Events;

/// <summary>Every change by people writes its audit in its own transaction; what is watched is told in the same one.</summary>
internal sealed class ChangeEventInterceptor : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Tell(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Tell(eventData.Context);
        return new(result);
    }

    private static void Tell(DbContext? context)
    {
        if (context is not FlowEngineDbContext tenant)
        {
            return;
        }

        var events = tenant.ChangeTracker.Entries<AuditRow>()
            .Where(entry => entry.State == EntityState.Added)
            .Select(entry => AuditedChanges.EventOf(entry.Entity))
            .OfType<ChangeEventRow>()
            .ToList();
        tenant.ChangeEvents.AddRange(events);
    }
}
