using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace FlowEngine.Storage.Database;

internal sealed class SystemDb(IDatabaseProvider provider, IEnumerable<IInterceptor> interceptors) : ISystemDb
{
    private readonly PooledDbContextFactory<SystemDbContext> _pool = new(Options(provider, interceptors));

    public SystemDbContext Open() => _pool.CreateDbContext();

    private static DbContextOptions<SystemDbContext> Options(IDatabaseProvider provider, IEnumerable<IInterceptor> interceptors)
    {
        var options = new DbContextOptionsBuilder<SystemDbContext>();
        provider.Configure(options);
        options.AddInterceptors(interceptors);
        return options.Options;
    }
}
