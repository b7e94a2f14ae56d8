using FlowEngine.Storage.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace FlowEngine.Storage.PostgreSql.Connections;

internal sealed class PostgreSqlProvider(PostgreSqlConnections connections, PostgreSqlOptions options, IDatabaseFaults faults) : IDatabaseProvider
{
    public void Configure(DbContextOptionsBuilder builder)
    {
        builder.UseNpgsql(connections.Pool);

        // A data source has services of its own, and a process of tests has many of them.
        builder.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.ManyServiceProvidersCreatedWarning));
        builder.ReplaceService<IModelCustomizer, PostgreSqlModelCustomizer>();
        builder.AddInterceptors(new TenantQueue(), new ContextConnections(connections), new ContextFaults(faults));
        if (options.OnStatement is not null)
        {
            builder.AddInterceptors(new TenantCommandGuard());
        }
    }
}
