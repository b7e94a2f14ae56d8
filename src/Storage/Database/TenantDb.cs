using FlowEngine.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace FlowEngine.Storage.Database;

internal sealed class TenantDb(IDatabaseProvider provider) : ITenantDb
{
    private readonly PooledDbContextFactory<FlowEngineDbContext> _pool = new(Options(provider));

    public FlowEngineDbContext Open(TenantKey tenant)
    {
        var context = _pool.CreateDbContext();
        try
        {
            context.Use(tenant);
            return context;
        }
        catch
        {
            context.Dispose();
            throw;
        }
    }

    private static DbContextOptions<FlowEngineDbContext> Options(IDatabaseProvider provider)
    {
        var options = new DbContextOptionsBuilder<FlowEngineDbContext>();
        provider.Configure(options);
        options.AddInterceptors(new TenantRowGuard());
        return options.Options;
    }
}
