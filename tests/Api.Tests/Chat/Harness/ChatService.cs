using FlowEngine.Conversations;
using FlowEngine.Storage.Flows;
using FlowEngine.Storage.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Api.Tests.Chat.Harness;

/// <summary>A real service on a free port, with a database file of its own that has the demo tenants.</summary>
public sealed class ChatService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;
    public Uri Address { get; }

    private ChatService(WebApplication app, string folder, string file)
    {
        (_app, _folder, File) = (app, folder, file);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public string File { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<ChatService> StartAsync(Action<WebApplicationBuilder>? configure = null, params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("flowengine-chat-").FullName;
        var file = Path.Combine(folder, "flowengine.db");
        await DemoDatabase.CopyToAsync(file);
        var app = Build(file, configure, settings);
        await app.StartAsync();
        return new ChatService(app, folder, file);
    }

    internal static WebApplication Build(string file, Action<WebApplicationBuilder>? configure, string[] settings) => ServiceHost.Build(
        [
            "--urls=http://127.0.0.1:0",
            "--environment=Development",
            $"--FlowEngine:Database:ConnectionString=Data Source={file}",
            "--Logging:LogLevel:Default=Warning",
            .. settings,
        ],
        builder =>
        {
            builder.Logging.ClearProviders();
            configure?.Invoke(builder);
        });

    /// <param name="key">Null: nobody signs in.</param>
    public ChatApi Api(string? key = "demo-design", params (string Name, string Value)[] headers)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = Address };
        if (key is not null)
        {
            http.DefaultRequestHeaders.Add("Authorization", $"Bearer {key}");
        }

        foreach (var (name, value) in headers)
        {
            http.DefaultRequestHeaders.Add(name, value);
        }

        return new ChatApi(http);
    }

    /// <summary>Raw SQL in the file, as any other program would run it.</summary>
    public async Task<int> ExecuteAsync(string sql, params (string Name, object? Value)[] arguments)
    {
        await using var connection = new SqliteConnection($"Data Source={File};Default Timeout=30");
        await connection.OpenAsync();
        await using var command = Command(connection, sql, arguments);
        return await command.ExecuteNonQueryAsync();
    }

    public async Task<IReadOnlyList<IReadOnlyList<object?>>> RowsAsync(string sql, params (string Name, object? Value)[] arguments)
    {
        await using var connection = new SqliteConnection($"Data Source={File};Default Timeout=30");
        await connection.OpenAsync();
        await using var command = Command(connection, sql, arguments);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<IReadOnlyList<object?>>();
        while (await reader.ReadAsync())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        }

        return rows;
    }

    public async Task<T> ScalarAsync<T>(string sql, params (string Name, object? Value)[] arguments) =>
        (T)(await RowsAsync(sql, arguments))[0][0]!;

    public async Task<TenantKey> TenantAsync(string slug) =>
        (await Services.GetRequiredService<ITurnReader>().TenantAsync(slug, "default", CancellationToken.None))!.Profile.Key;

    public async Task PublishAsync(string tenant, string name, string document, string start = "1")
    {
        var flows = Services.GetRequiredService<FlowVersionChanges>();
        var key = await TenantAsync(tenant);
        var saved = await flows.SaveDraftAsync(key, new FlowDraft(name, document, start, "test", null), null, CancellationToken.None);
        Assert.Equal(
            FlowChangeOutcome.Done,
            (await flows.PublishAsync(key, name, saved!.Summary.Version, new FlowChangeOrder("test"), CancellationToken.None)).Outcome);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, (string Name, object? Value)[] arguments)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in arguments)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}
