using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace FlowEngine.Storage.Database;

internal sealed class SystemDb(IDatabaseProvider provider) : ISystemDb
{
    private readonly PooledDbContextFactory<SystemDbContext> _pool = new(Options(provider));

    public SystemDbContext Open() => _pool.CreateDbContext();

    private static DbContextOptions<SystemDbContext> Options(IDatabaseProvider provider)
    {
        var options = new DbContextOptionsBuilder<SystemDbContext>();
        provider.Configure(options);
        return options.Options;
    }
}
