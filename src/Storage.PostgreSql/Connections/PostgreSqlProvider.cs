using FlowEngine.Storage.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace FlowEngine.Storage.PostgreSql.Connections;

internal sealed class PostgreSqlProvider(PostgreSqlConnections connections, PostgreSqlOptions options, IDatabaseFaults faults) : IDatabaseProvider
{
    public void Configure(DbContextOptionsBuilder builder)
    {
        builder.UseNpgsql(connections.Pool);
        builder.ReplaceService<IModelCustomizer, PostgreSqlModelCustomizer>();
        builder.AddInterceptors(new TenantQueue(), new ContextFaults(faults));
        if (options.OnStatement is not null)
        {
            builder.AddInterceptors(new TenantCommandGuard());
        }
    }
}
