using FlowEngine.Chat.Queues;
using FlowEngine.Storage.Catalog.Search;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Legacy;
using FlowEngine.Storage.MySql.Connections;
using FlowEngine.Storage.MySql.Legacy;
using FlowEngine.Storage.MySql.Schema;
using FlowEngine.Storage.MySql.Search;
using FlowEngine.Storage.MySql.Turns;
using FlowEngine.Storage.Schema;
using FlowEngine.Storage.Statements;
using FlowEngine.Storage.Turns;
using FlowEngine.Storage.Writing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MySqlConnector;

namespace FlowEngine.Storage.MySql;

public static class MySqlServices
{
    /// <summary>Storage in the database that the connection string names.</summary>
    public static IServiceCollection AddMySqlStorage(
        this IServiceCollection services, string connectionString, MySqlOptions? options = null)
    {
        services.TryAddSingleton(options ?? new MySqlOptions());
        services.TryAddSingleton(provider => new MySqlConnections(connectionString, provider.GetRequiredService<MySqlOptions>()));
        services.TryAddSingleton<IDatabaseProvider, MySqlProvider>();
        services.TryAddSingleton<IDatabaseFaults, MySqlFaults>();
        services.TryAddSingleton<IDatabaseSchema, MySqlSchema>();
        services.TryAddSingleton<ISqlReads, MySqlReads>();
        services.TryAddSingleton<WritesInFlight>();
        services.TryAddSingleton<IWriteQueue>(provider => provider.GetRequiredService<WritesInFlight>());
        services.TryAddSingleton<StaleRows>();
        services.TryAddSingleton<ITextIndex, MySqlTextIndex>();
        services.TryAddSingleton<WriteGuard>();
        services.TryAddSingleton<IStatementRunner, MySqlRunner>();
        services.TryAddSingleton<ISqlWrites, MySqlWrites>();
        services.TryAddSingleton<ILifeSign, MySqlLifeSign>();
        return services;
    }

    /// <summary>MySQL and MariaDB databases to read, wherever our own data is.</summary>
    public static IServiceCollection AddMySqlSource(this IServiceCollection services) => services.AddSingleton<ISourceDatabase, MySqlSource>();

    /// <summary>Whether the text can be a connection string at all; what it names may still not be there.</summary>
    public static bool IsConnectionString(string text)
    {
        try
        {
            var settings = new MySqlConnectionStringBuilder(text);
            return !string.IsNullOrWhiteSpace(settings.Server) && !string.IsNullOrWhiteSpace(settings.Database);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
