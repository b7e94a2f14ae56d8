using FlowEngine.Storage.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace FlowEngine.Storage.Sqlite.Connections;

internal sealed class SqliteProvider(SqliteConnections connections, SqliteOptions options, IDatabaseFaults faults) : IDatabaseProvider
{
    private readonly FileGuard _guard = new(connections);

    public void Configure(DbContextOptionsBuilder builder)
    {
        builder.UseSqlite(connections.ContextConnectionString);
        builder.ReplaceService<IModelCustomizer, SqliteModelCustomizer>();
        builder.AddInterceptors(_guard, new SessionPragmas(connections), new ContextFaults(faults));
        if (options.OnStatement is not null)
        {
            builder.AddInterceptors(new TenantCommandGuard());
        }
    }
}
