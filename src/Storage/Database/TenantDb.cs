using FlowEngine.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace FlowEngine.Storage.Database;

internal sealed class TenantDb(IDatabaseProvider provider, IEnumerable<IInterceptor> interceptors) : ITenantDb
{
    private readonly PooledDbContextFactory<FlowEngineDbContext> _pool = new(Options(provider, interceptors));

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

    private static DbContextOptions<FlowEngineDbContext> Options(IDatabaseProvider provider, IEnumerable<IInterceptor> interceptors)
    {
        var options = new DbContextOptionsBuilder<FlowEngineDbContext>();
        provider.Configure(options);
        options.AddInterceptors(interceptors);
        options.AddInterceptors(new TenantRowGuard());
        return options.Options;
    }
}
