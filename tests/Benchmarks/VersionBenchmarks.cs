using BenchmarkDotNet.Attributes;
using FlowEngine.Chat.Tenants;
using FlowEngine.Conversations;
using FlowEngine.Storage;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Flows;
using FlowEngine.Storage.Model;
using FlowEngine.Storage.Schema;
using FlowEngine.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Benchmarks;

/// <summary>What is done with a flow of few and of many versions, on a SQLite file.</summary>
public class VersionBenchmarks
{
    private const string Name = "bench";
    private static readonly TenantKey s_tenant = new(1, "bench");
    private static readonly FlowChangeCommand s_order = new("bench");

    private string _folder = "";
    private ServiceProvider _services = null!;
    private FlowVersionStore _store = null!;
    private FlowVersionChanges _changes = null!;
    private ITenantReader _reader = null!;
    private int _published;

    [Params("publish", "list versions, a page of 10", "list flows", "read the active version", "read what a turn needs")]
    public string Type { get; set; } = "";

    /// <summary>Versions of the flow.</summary>
    [Params(10, 10_000)]
    public int Steps { get; set; }

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _folder = Directory.CreateTempSubdirectory("flowengine-").FullName;
        _services = new ServiceCollection().AddSingleton(TimeProvider.System).AddLogging().AddStorage()
            .AddSqliteStorage($"Data Source={Path.Combine(_folder, "bench.db")}", new SqliteOptions { Synchronous = "NORMAL" })
            .BuildServiceProvider();
        await _services.GetRequiredService<SchemaMigrator>().UpAsync(null, default);
        await using (var system = _services.GetRequiredService<ISystemDb>().Open())
        {
            system.Tenants.Add(new()
            {
                Id = s_tenant.TenantId, Slug = Name, Name = Name, Languages = """["en"]""", Currency = "EUR", TimeZone = "UTC",
                IsActive = true, CreatedAt = DateTimeOffset.UnixEpoch, UpdatedAt = DateTimeOffset.UnixEpoch,
            });
            await system.SaveChangesAsync();
        }

        await FillAsync();
        _store = _services.GetRequiredService<FlowVersionStore>();
        _changes = _services.GetRequiredService<FlowVersionChanges>();
        _reader = _services.GetRequiredService<ITenantReader>();
        await _changes.PublishAsync(s_tenant, Name, Steps - 1, s_order, default);
    }

    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark]
    public Task<object?> Run() => Type switch
    {
        "publish" => PublishAsync(),
        "list flows" => ListAsync(),
        "read the active version" => ActiveAsync(),
        "read what a turn needs" => TurnAsync(),
        _ => VersionsAsync(),
    };

    /// <summary>The two newest versions in turn.</summary>
    private async Task<object?> PublishAsync() =>
        await _changes.PublishAsync(s_tenant, Name, Steps - (_published++ % 2), s_order, default);

    private async Task<object?> VersionsAsync() => await _store.VersionsAsync(s_tenant, Name, null, 10, default);

    private async Task<object?> ListAsync() => await _store.ListAsync(s_tenant, default);

    private async Task<object?> ActiveAsync() => await _store.GetAsync(s_tenant, Name, null, default);

    private async Task<object?> TurnAsync() => await _reader.TenantAsync(s_tenant, default);

    private async Task FillAsync()
    {
        var document = BenchmarkFlows.Chain("mix", 13);
        foreach (var numbers in Enumerable.Range(1, Steps).Chunk(500))
        {
            await using var context = _services.GetRequiredService<ITenantDb>().Open(s_tenant);
            context.FlowVersions.AddRange(numbers.Select(number => new FlowVersionRow
            {
                TenantId = s_tenant.TenantId,
                FlowName = Name,
                Version = number,
                FlowData = document,
                Status = "draft",
                Etag = $"{number:x32}",
                CreatedAt = DateTimeOffset.UnixEpoch,
            }));
            await context.SaveChangesAsync();
        }
    }
}
