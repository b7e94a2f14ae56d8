using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using FlowEngine.Api.Serving;
using FlowEngine.Hosting;
using FlowEngine.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Api.Tests.Harness;

/// <summary>
/// The real service on a free port, over a new SQLite file with the demo tenants and keys. As a class fixture it is shared by the
/// class's tests; <see cref="StartAsync"/> gives a test its own, with settings or services of its own.
/// </summary>
public sealed class ServiceFixture : IAsyncLifetime, IAsyncDisposable
{
    /// <summary>Candidates begin at once, whatever other requests of the test are under way.</summary>
    public const string NeverYielding = "--FlowEngine:Comparisons:YieldMilliseconds=0";

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false });
    private WebApplication? _app;

    public MovedClock Clock { get; } = new();

    public TemporaryDatabase Database { get; } = new();

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public IServiceProvider Services => _app!.Services;

    /// <param name="configure">For services that the test replaces: the last registration counts.</param>
    /// <param name="settings">As on the command line: <c>--FlowEngine:InstanceId=x</c>.</param>
    public static async Task<ServiceFixture> StartAsync(Action<WebApplicationBuilder>? configure = null, params string[] settings)
    {
        var fixture = new ServiceFixture();
        try
        {
            await fixture.RunAsync(configure, settings);
            return fixture;
        }
        catch
        {
            await fixture.DisposeAsync();
            throw;
        }
    }

    public Task InitializeAsync() => RunAsync(null, []);

    /// <summary>A client that keeps the cookies it is given, as a browser does; dispose it.</summary>
    public HttpClient Browser(string tenant)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = true }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("X-Tenant", tenant);
        return client;
    }

    public Task<ServiceAnswer> GetAsync(string path, string? key = "demo-chat") => SendAsync(new(HttpMethod.Get, path), key);

    public Task<ServiceAnswer> DeleteAsync(string path, string? key) => SendAsync(new(HttpMethod.Delete, path), key);

    /// <param name="body">An object, written in camelCase, or a text that is sent as it is.</param>
    public Task<ServiceAnswer> PostAsync(string path, object? body, string? key = "demo-chat") =>
        SendAsync(new(HttpMethod.Post, path) { Content = Content(body) }, key);

    public Task<ServiceAnswer> PutAsync(string path, object? body, string? key) =>
        SendAsync(new(HttpMethod.Put, path) { Content = Content(body) }, key);

    /// <summary>One chat turn of V2.</summary>
    public Task<ServiceAnswer> ChatAsync(string content, string sessionId, string? flow = null, string key = "demo-chat") =>
        PostAsync("/api/v2/chat/messages", flow is null ? new { content, sessionId } : new { content, sessionId, flow }, key);

    public async Task<ServiceAnswer> SendAsync(HttpRequestMessage request, string? key)
    {
        using (request)
        {
            request.RequestUri = new Uri(Address, request.RequestUri!);
            request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
            using var response = await _http.SendAsync(request);
            return new ServiceAnswer(
                response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers, response.Content.Headers.ContentType?.MediaType);
        }
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        _http.Dispose();
        Database.Dispose();
    }

    private async Task RunAsync(Action<WebApplicationBuilder>? configure, string[] settings)
    {
        _app = ServiceHost.Build(
            [
                "--environment", "Development", "--urls", "http://127.0.0.1:0",
                $"--FlowEngine:Database:ConnectionString=Data Source={Database.FilePath}", NeverYielding, .. settings,
            ],
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton<TimeProvider>(Clock);
                configure?.Invoke(builder);
            });
        Assert.Null(await ServiceStart.PrepareAsync(_app.Services, CancellationToken.None));
        await _app.StartAsync();
        Address = new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    private static StringContent? Content(object? body) => body switch
    {
        null => null,
        string text => new(text, Encoding.UTF8, "application/json"),
        _ => new(JsonSerializer.Serialize(body, JsonSerializerOptions.Web), Encoding.UTF8, "application/json"),
    };
}
