using FlowEngine.Chat.Queues;
using FlowEngine.Storage.Catalog.Search;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Legacy;
using FlowEngine.Storage.PostgreSql.Connections;
using FlowEngine.Storage.PostgreSql.Legacy;
using FlowEngine.Storage.PostgreSql.Schema;
using FlowEngine.Storage.PostgreSql.Search;
using FlowEngine.Storage.PostgreSql.Turns;
using FlowEngine.Storage.Schema;
using FlowEngine.Storage.Statements;
using FlowEngine.Storage.Turns;
using FlowEngine.Storage.Writing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FlowEngine.Storage.PostgreSql;

public static class PostgreSqlServices
{
    /// <summary>Storage in the database that the connection string names.</summary>
    public static IServiceCollection AddPostgreSqlStorage(
        this IServiceCollection services, string connectionString, PostgreSqlOptions? options = null)
    {
        services.TryAddSingleton(options ?? new PostgreSqlOptions());
        services.TryAddSingleton(provider => new PostgreSqlConnections(connectionString, provider.GetRequiredService<PostgreSqlOptions>()));
        services.TryAddSingleton<IDatabaseProvider, PostgreSqlProvider>();
        services.TryAddSingleton<IDatabaseFaults, PostgreSqlFaults>();
        services.TryAddSingleton<IDatabaseSchema, PostgreSqlSchema>();
        services.TryAddSingleton<ISqlReads, PostgreSqlReads>();
        services.TryAddSingleton<WritesInFlight>();
        services.TryAddSingleton<IWriteQueue>(provider => provider.GetRequiredService<WritesInFlight>());
        services.TryAddSingleton<StaleRows>();
        services.TryAddSingleton<ITextIndex, PostgreSqlTextIndex>();
        services.TryAddSingleton<WriteGuard>();
        services.TryAddSingleton<IStatementRunner, PostgreSqlRunner>();
        services.TryAddSingleton<ISqlWrites, PostgreSqlWrites>();
        services.TryAddSingleton<ILifeSign, PostgreSqlLifeSign>();
        return services;
    }

    /// <summary>PostgreSQL databases to read, wherever our own data is.</summary>
    public static IServiceCollection AddPostgreSqlSource(this IServiceCollection services) => services.AddSingleton<ISourceDatabase, PostgreSqlSource>();

    /// <inheritdoc cref="ConnectionText.IsOne"/>
    public static bool IsConnectionString(string text) => ConnectionText.IsOne(text);
}
