using System.Net.Http.Headers;
using FlowEngine.Api.Serving;
using FlowEngine.Hosting.Demo;
using FlowEngine.NodeTypes;
using FlowEngine.Storage.NodeTypes;
using FlowEngine.Storage.Schema;
using FlowEngine.Storage.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FlowEngine.Api.Tests.Harness;

/// <summary>The service in this process on a real address, with parts of it replaced.</summary>
internal sealed class LocalService : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LocalService(WebApplication app)
    {
        _app = app;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "demo-chat");
    }

    public IServiceProvider Services => _app.Services;

    /// <summary>Calls as tenant <c>demo</c>, scope chat.</summary>
    public HttpClient Client { get; }

    public static async Task<LocalService> StartAsync(
        TemporaryDatabase database,
        SqliteOptions? options = null,
        Action<IServiceCollection>? replace = null,
        params string[] settings)
    {
        var app = ServiceHost.Build(
            [
                $"--FlowEngine:Database:ConnectionString=Data Source={database.FilePath}", "--urls=http://127.0.0.1:0", "--environment=Development",
                "--Logging:LogLevel:Default=None", "--Logging:LogLevel:Microsoft.AspNetCore=None",
                .. settings,
            ],
            builder =>
            {
                builder.Services.Replace(ServiceDescriptor.Singleton(options ?? new SqliteOptions { Synchronous = "NORMAL" }));
                replace?.Invoke(builder.Services);
            });
        var services = app.Services;
        await services.GetRequiredService<SchemaMigrator>().UpAsync("a test's database", default);
        await services.GetRequiredService<NodeTypeStore>().SyncAsync(
            [.. services.GetRequiredService<NodeRegistry>().All.Select(RegisteredNodeType.Of)], default);
        await services.GetRequiredService<DemoSeeder>().SeedAsync(default);
        await app.StartAsync();
        return new LocalService(app);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
