using FlowEngine.Chat.Queues;
using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Catalog.Search;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Legacy;
using FlowEngine.Storage.Schema;
using FlowEngine.Storage.Sqlite.Connections;
using FlowEngine.Storage.Sqlite.Legacy;
using FlowEngine.Storage.Sqlite.Schema;
using FlowEngine.Storage.Sqlite.Search;
using FlowEngine.Storage.Sqlite.Turns;
using FlowEngine.Storage.Statements;
using FlowEngine.Storage.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Storage.Sqlite;

public static class SqliteServices
{
    /// <summary>Storage in the file that the connection string names.</summary>
    public static IServiceCollection AddSqliteStorage(
        this IServiceCollection services, string connectionString, SqliteOptions? options = null)
    {
        services.TryAddSingleton(options ?? new SqliteOptions());
        services.TryAddSingleton(provider => new DatabaseFile(
            SqliteConnections.PathOf(connectionString),
            provider.GetRequiredService<DatabaseGeneration>(),
            token => RefusalAsync(provider.GetRequiredService<SchemaMigrator>(), token),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<DatabaseFile>>()));
        services.TryAddSingleton(provider => new SqliteConnections(
            connectionString,
            provider.GetRequiredService<SqliteOptions>(),
            provider.GetRequiredService<DatabaseFile>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IDatabaseProvider, SqliteProvider>();
        services.TryAddSingleton<IDatabaseFaults, SqliteFaults>();
        services.TryAddSingleton<IDatabaseSchema, SqliteSchema>();
        services.TryAddSingleton<ISqlReads, SqliteReads>();
        services.TryAddSingleton<BatchWriter>();
        services.TryAddSingleton<WriteLoop>();
        services.TryAddSingleton<IWriteQueue>(provider => provider.GetRequiredService<WriteLoop>());
        services.TryAddSingleton<StaleRows>();
        services.TryAddSingleton<ITextIndex, SqliteTextIndex>();
        services.TryAddSingleton<IStatementRunner, SqliteRunner>();
        services.TryAddSingleton<ISqlWrites, SqliteWrites>();
        services.TryAddSingleton<ILifeSign, SqliteLifeSign>();
        return services;
    }

    /// <summary>Whether the text can be a connection string at all; what it names may still not be there.</summary>
    public static bool IsConnectionString(string text)
    {
        try
        {
            return !string.IsNullOrWhiteSpace(new SqliteConnectionStringBuilder(text).DataSource);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Why a file that was put in the place of another cannot be served from, or null.</summary>
    private static async Task<string?> RefusalAsync(SchemaMigrator schema, CancellationToken cancellationToken)
    {
        try
        {
            return (await schema.StatusAsync(cancellationToken)).State switch
            {
                SchemaState.Current => null,
                SchemaState.Empty => "It has no tables: restore a backup, or restart the service to begin with an empty database.",
                SchemaState.Behind => "It has an older schema: run 'migrate up'.",
                _ => "It is not a database of this service: restore a backup.",
            };
        }
        catch (StorageUnavailableException fault)
        {
            return $"It cannot be read ({fault.Code}): restore a backup.";
        }
    }

    /// <summary>SQLite files to read, wherever our own data is.</summary>
    public static IServiceCollection AddSqliteSource(this IServiceCollection services) => services.AddSingleton<ISourceDatabase, SqliteSource>();
}
