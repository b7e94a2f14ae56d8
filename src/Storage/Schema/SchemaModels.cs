using FlowEngine.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.Schema;

/// <summary>The contexts whose models make up the schema.</summary>
internal sealed class SchemaModels(IDatabaseProvider provider)
{
    public IReadOnlyList<DbContext> Open() =>
        [new SystemDbContext(Options<SystemDbContext>()), new FlowEngineDbContext(Options<FlowEngineDbContext>())];

    private DbContextOptions<TContext> Options<TContext>()
        where TContext : DbContext
    {
        var options = new DbContextOptionsBuilder<TContext>();
        provider.Configure(options);
        return options.Options;
    }
}
