using FlowEngine.Storage.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace FlowEngine.Storage.MySql.Connections;

internal sealed class MySqlProvider(MySqlConnections connections, MySqlOptions options, IDatabaseFaults faults) : IDatabaseProvider
{
    /// <summary>What MySQL of this version takes, MariaDB takes as well: no connection is opened to ask which it is.</summary>
    private static readonly ServerVersion s_least = new MySqlServerVersion(new Version(8, 0, 21));

    public void Configure(DbContextOptionsBuilder builder)
    {
        builder.UseMySql(connections.Pool, s_least);
        builder.ReplaceService<IModelCustomizer, MySqlModelCustomizer>();

        // The provider keeps services for each database; a process of tests has many.
        builder.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.ManyServiceProvidersCreatedWarning));
        builder.AddInterceptors(new TenantQueue(), new ContextFaults(faults));
        if (options.OnStatement is not null)
        {
            builder.AddInterceptors(new TenantCommandGuard());
        }
    }
}
