using System.Data.Common;
using FlowEngine.Conversations;
using FlowEngine.Databases;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.PostgreSql;
using FlowEngine.Storage.Schema;
using FlowEngine.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Storage.Tests;

/// <summary>A real database with two tenants, thrown away afterwards.</summary>
public sealed partial class TestDatabase : IAsyncDisposable
{
    public const string Instance = "test";

    public static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    private static readonly SqliteOptions s_sqlite = new()
    {
        OnStatement = TenantCommandGuard.Check, BusyTimeout = TimeSpan.FromSeconds(1), Synchronous = "NORMAL",
    };

    /// <summary>Made once a run: the servers copy it faster than they make its tables.</summary>
    private static readonly Dictionary<string, Lazy<Task<DatabaseHome>>> s_templates = DatabaseNames.All.Where(name => name != DatabaseNames.Sqlite)
        .ToDictionary(name => name, name => new Lazy<Task<DatabaseHome>>(() => MakeTemplateAsync(name)), StringComparer.Ordinal);

    private readonly DatabaseHome _home;
    private readonly string _backups = Directory.CreateTempSubdirectory("flowengine-backups-").FullName;
    private readonly ServiceProvider _services;

    private TestDatabase(DatabaseHome home, SqliteOptions sqlite, Action<string>? onSchemaStatement = null)
    {
        _home = home;
        _services = Services("", sqlite, new()
        {
            OnStatement = TenantCommandGuard.Check, LockTimeout = TimeSpan.FromSeconds(30), BackupFolder = _backups,
            OnSchemaStatement = onSchemaStatement,
        });
    }

    public string Provider => _home.Provider;

    public string ConnectionString => _home.ConnectionString;

    /// <summary>Of SQLite.</summary>
    public string FilePath => ((SqliteHome)_home).FilePath;

    public FixedClock Clock { get; } = new(Now);

    public TenantKey Tenant { get; } = new(1, Instance);

    public TenantKey Other { get; } = new(2, Instance);

    /// <param name="on">The database's name.</param>
    /// <param name="sqlite">Other options than usual, where it is SQLite.</param>
    public static async Task<TestDatabase> CreateAsync(string on, Func<SqliteOptions, SqliteOptions>? sqlite = null)
    {
        var home = await DatabaseHome.ForAsync(on);
        if (s_templates.TryGetValue(on, out var template))
        {
            await home.CopyAsync(await template.Value);
        }

        var database = new TestDatabase(home, sqlite?.Invoke(s_sqlite) ?? s_sqlite);
        if (home is SqliteHome)
        {
            await database.FillAsync();
        }

        return database;
    }

    /// <summary>A database that is not there.</summary>
    public static async Task<TestDatabase> AbsentAsync(string on, Action<string>? onSchemaStatement = null) => new(
        await DatabaseHome.ForAsync(on), s_sqlite with { OnSchemaStatement = onSchemaStatement }, onSchemaStatement);

    /// <summary>As another program made it.</summary>
    public static async Task<TestDatabase> OfAsync(string on, string sql, Action<string>? onSchemaStatement = null)
    {
        var database = await AbsentAsync(on, onSchemaStatement);
        await database._home.CreateAsync();

        if (sql.Length > 0)
        {
            database.Raw(sql);
        }

        return database;
    }

    public Task<bool> ExistsAsync() => _home.ExistsAsync();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Another process on the same database.</summary>
    public ServiceProvider Beside(string suffix = "", PostgreSqlOptions? postgreSql = null) =>
        Services(suffix, s_sqlite with { OnStatement = null }, postgreSql ?? new() { BackupFolder = _backups });

    /// <summary>Another process that may read but not write.</summary>
    public async Task<ServiceProvider> ReadOnlyBesideAsync() => Beside(await _home.ReadOnlyAsync());

    /// <summary>SQL as any other tool would send it.</summary>
    public int Raw(string sql) => _home.Execute(sql);

    public T Scalar<T>(string sql) => _home.Scalar<T>(sql);

    public IReadOnlyList<T> Query<T>(string sql, Func<DbDataReader, T> read) => _home.Query(sql, read);

    public DbConnection OpenRaw() => _home.Open();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _home.DisposeAsync();
        Directory.Delete(_backups, recursive: true);
    }

    private static async Task<DatabaseHome> MakeTemplateAsync(string on)
    {
        var template = await AbsentAsync(on);
        await template.FillAsync();
        await template._services.DisposeAsync();
        Directory.Delete(template._backups);
        return template._home;
    }

    private ServiceProvider Services(string suffix, SqliteOptions sqlite, PostgreSqlOptions postgreSql)
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(Clock).AddLogging().AddStorage();
        if (Provider == DatabaseNames.Sqlite)
        {
            services.AddSqliteStorage(ConnectionString + suffix, sqlite);
        }
        else if (Provider == DatabaseNames.PostgreSql)
        {
            services.AddPostgreSqlStorage(ConnectionString + suffix, postgreSql);
        }
        else
        {
            AddMySql(services, ConnectionString + suffix, postgreSql);
        }

        return services.BuildServiceProvider();
    }

    /// <summary>Left out of builds with Entity Framework Core 10.</summary>
    static partial void AddMySql(IServiceCollection services, string connectionString, PostgreSqlOptions options);

    private async Task FillAsync()
    {
        await Get<SchemaMigrator>().UpAsync(null, default);
        await AddTenantAsync("one");
        await AddTenantAsync("two");
    }

    /// <summary>The database numbers them 1 and 2.</summary>
    private async Task AddTenantAsync(string slug)
    {
        await using var system = Get<ISystemDb>().Open();
        system.Tenants.Add(new()
        {
            Slug = slug, Name = slug, Languages = """["tr","en"]""", Currency = "TRY", TimeZone = "Europe/Istanbul",
            SiteUrl = "https://shop.example", IsActive = true, CreatedAt = Now, UpdatedAt = Now,
        });
        await system.SaveChangesAsync();
    }
}
