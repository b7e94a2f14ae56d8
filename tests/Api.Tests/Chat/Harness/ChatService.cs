using FlowEngine.Api.Serving;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Chat.Tenants;
using FlowEngine.Conversations;
using FlowEngine.Storage.Flows;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Api.Tests.Chat.Harness;

/// <summary>A real service on a free port, with a database of its own that has the demo tenants.</summary>
public sealed class ChatService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DatabaseHome _home;

    private ChatService(WebApplication app, DatabaseHome home)
    {
        (_app, _home) = (app, home);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public Uri Address { get; }

    /// <summary>Of SQLite.</summary>
    public string File => ((SqliteHome)_home).FilePath;

    public IServiceProvider Services => _app.Services;

    /// <summary>On SQLite.</summary>
    public static Task<ChatService> StartAsync(Action<WebApplicationBuilder>? configure = null, params string[] settings) =>
        StartOnAsync(DatabaseNames.Sqlite, configure, settings);

    /// <param name="on">The database's name.</param>
    public static async Task<ChatService> StartOnAsync(
        string on, Action<WebApplicationBuilder>? configure = null, params string[] settings)
    {
        var home = await DatabaseHome.ForAsync(on);
        await home.CopyAsync(await DemoDatabase.TemplateAsync(on));
        var app = Build(home, configure, settings);
        await app.StartAsync();
        return new ChatService(app, home);
    }

    internal static WebApplication Build(DatabaseHome home, Action<WebApplicationBuilder>? configure, string[] settings) => ServiceHost.Build(
        [
            "--urls=http://127.0.0.1:0",
            "--environment=Development",
            .. home.Settings,
            "--Logging:LogLevel:Default=Warning",
            ServiceFixture.NeverYielding,
            .. settings,
        ],
        builder =>
        {
            builder.Logging.ClearProviders();
            configure?.Invoke(builder);
        });

    /// <param name="key">Null: nobody signs in.</param>
    public ChatApi Api(string? key = "demo-design", params (string Name, string Value)[] headers) => new(Client(key, headers));

    /// <param name="key">Null: nobody signs in.</param>
    public HttpClient Client(string? key, params (string Name, string Value)[] headers)
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

        return http;
    }

    /// <summary>Raw SQL, as any other program would run it.</summary>
    public Task<int> ExecuteAsync(string sql, params (string Name, object? Value)[] arguments) =>
        Task.FromResult(_home.Execute(sql, arguments));

    /// <summary>Values as SQLite has them: whole numbers, text, ids as text.</summary>
    public Task<IReadOnlyList<IReadOnlyList<object?>>> RowsAsync(string sql, params (string Name, object? Value)[] arguments) =>
        Task.FromResult(_home.Query<IReadOnlyList<object?>>(
            sql, row => [.. Enumerable.Range(0, row.FieldCount).Select(i => row.IsDBNull(i) ? null : Plain(row.GetValue(i)))], arguments));

    public async Task<T> ScalarAsync<T>(string sql, params (string Name, object? Value)[] arguments) =>
        (T)(await RowsAsync(sql, arguments))[0][0]!;

    public async Task<TenantKey> TenantAsync(string slug) =>
        (await Services.GetRequiredService<ITenantReader>().TenantAsync(slug, "default", CancellationToken.None))!.Profile.Key;

    public async Task PublishAsync(string tenant, string name, string document, string start = "1")
    {
        var flows = Services.GetRequiredService<FlowVersionChanges>();
        var key = await TenantAsync(tenant);
        var saved = await flows.SaveDraftAsync(key, new FlowDraft(name, document, start, "test", null), null, CancellationToken.None);
        Assert.Equal(
            FlowChangeOutcome.Done,
            (await flows.PublishAsync(key, name, saved!.Summary.Version, new FlowChangeCommand("test"), CancellationToken.None)).Outcome);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _home.DisposeAsync();
    }

    private static object Plain(object value) => value switch
    {
        int number => (long)number,
        bool flag => flag ? 1L : 0L,
        decimal number => (double)number,
        Guid id => id.ToString("D"),
        _ => value,
    };
}
