using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Model;
using FlowEngine.Storage.Schema;
using FlowEngine.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Storage.Tests;

/// <summary>A real database file with two tenants, thrown away afterwards.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    public const string Instance = "test";

    public static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("flowengine-").FullName;
    private readonly ServiceProvider _services;

    private TestDatabase(Func<SqliteOptions, SqliteOptions>? options, string suffix)
    {
        var plain = new SqliteOptions { OnStatement = TenantCommandGuard.Check, BusyTimeout = TimeSpan.FromSeconds(1), Synchronous = "NORMAL" };
        FilePath = Path.Combine(_folder, "test.db");
        _services = Services($"Data Source={FilePath}{suffix}", options?.Invoke(plain) ?? plain);
    }

    public string FilePath { get; }

    public FixedClock Clock { get; } = new(Now);

    public TenantKey Tenant { get; } = new(1, Instance);

    public TenantKey Other { get; } = new(2, Instance);

    public static async Task<TestDatabase> CreateAsync(Func<SqliteOptions, SqliteOptions>? options = null)
    {
        var database = new TestDatabase(options, "");
        await database.Get<SchemaMigrator>().UpAsync(null, default);
        await database.AddTenantAsync(1, "one");
        await database.AddTenantAsync(2, "two");
        return database;
    }

    /// <summary>Without a file.</summary>
    public static TestDatabase Absent() => new(null, "");

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Another process on the same file.</summary>
    public ServiceProvider Beside(string suffix = "") =>
        Services($"Data Source={FilePath}{suffix}", new SqliteOptions { BusyTimeout = TimeSpan.FromSeconds(1), Synchronous = "NORMAL" });

    /// <summary>SQL as any other tool would send it.</summary>
    public int Raw(string sql)
    {
        using var connection = OpenRaw();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    public T Scalar<T>(string sql)
    {
        using var connection = OpenRaw();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)command.ExecuteScalar()!;
    }

    public SqliteConnection OpenRaw()
    {
        var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False");
        connection.Open();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private ServiceProvider Services(string connectionString, SqliteOptions options) => new ServiceCollection()
        .AddSingleton<TimeProvider>(Clock)
        .AddLogging()
        .AddStorage()
        .AddSqliteStorage(connectionString, options)
        .BuildServiceProvider();

    private async Task AddTenantAsync(long id, string slug)
    {
        await using var system = Get<ISystemDb>().Open();
        system.Tenants.Add(new()
        {
            Id = id, Slug = slug, Name = slug, Languages = """["tr","en"]""", Currency = "TRY", TimeZone = "Europe/Istanbul",
            SiteUrl = "https://shop.example", IsActive = true, CreatedAt = Now, UpdatedAt = Now,
        });
        await system.SaveChangesAsync();
    }
}
