using System.Net.Http.Headers;
using FlowEngine.Api.Serving;
using FlowEngine.Chat.Tenants;
using FlowEngine.Chat.Turns;
using FlowEngine.Hosting.Demo;
using FlowEngine.Integrations.Models;
using FlowEngine.Load.Compared;
using FlowEngine.NodeTypes;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Flows;
using FlowEngine.Storage.Model;
using FlowEngine.Storage.NodeTypes;
using FlowEngine.Storage.Schema;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FlowEngine.Load;

/// <summary>The service with the demo shop on a database of its own, the echo flow, and the floor beside it.</summary>
internal sealed class Shop : IAsyncDisposable
{
    public const string EchoFlow = "echo";

    private const string Echo = """
        {"drawflow":{"Home":{"data":{
        "1":{"id":1,"name":"welcome","data":{"welcome_message":"Hello"},"class":"welcome","html":"","typenode":false,"inputs":{},
          "outputs":{"output_1":{"connections":[{"node":"2","output":"input_1"}]}},"pos_x":0,"pos_y":0},
        "2":{"id":2,"name":"message","data":{"content":"{{message}}"},"class":"message","html":"","typenode":false,
          "inputs":{"input_1":{"connections":[{"node":"1","input":"output_1"}]}},
          "outputs":{"output_1":{"connections":[{"node":"3","output":"input_1"}]}},"pos_x":0,"pos_y":0},
        "3":{"id":3,"name":"end","data":{},"class":"end","html":"","typenode":false,
          "inputs":{"input_1":{"connections":[{"node":"2","input":"output_1"}]}},"outputs":{},"pos_x":0,"pos_y":0}}}}}
        """;

    /// <summary>Asks, waits a minute, and says so if nobody answers.</summary>
    public const string PatientFlow = "patient";

    public const string TimedOut = "Nobody there";

    private static readonly string s_patient = """
        {"drawflow":{"Home":{"data":{
        "1":{"id":1,"name":"collect_data","data":{"prompt":"Your order number?","data_type":"integer","context_key":"order","timeout_minutes":1},
          "class":"collect_data","html":"","typenode":false,"inputs":{},
          "outputs":{"output_1":{"connections":[{"node":"2","output":"input_1"}]},"output_2":{"connections":[{"node":"2","output":"input_1"}]},
            "output_3":{"connections":[{"node":"3","output":"input_1"}]}},"pos_x":0,"pos_y":0},
        "2":{"id":2,"name":"end","data":{"closing_message":"Thank you for {{order}}"},"class":"end","html":"","typenode":false,
          "inputs":{"input_1":{"connections":[{"node":"1","input":"output_1"},{"node":"1","input":"output_2"}]}},"outputs":{},"pos_x":0,"pos_y":0},
        "3":{"id":3,"name":"end","data":{"closing_message":"NOBODY"},"class":"end","html":"","typenode":false,
          "inputs":{"input_1":{"connections":[{"node":"1","input":"output_3"}]}},"outputs":{},"pos_x":0,"pos_y":0}}}}}
        """.Replace("NOBODY", TimedOut, StringComparison.Ordinal);

    private readonly WebApplication _app;

    private Shop(WebApplication app)
    {
        _app = app;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "demo-chat");
    }

    public HttpClient Client { get; }

    public RecordingReads Reads => (RecordingReads)_app.Services.GetRequiredService<ISqlReads>();

    public ISqlWrites Writes => _app.Services.GetRequiredService<ISqlWrites>();

    public RecordingWriter Writer => (RecordingWriter)_app.Services.GetRequiredService<ITurnWriter>();

    /// <param name="modelTime">What the models take beside their own time.</param>
    public static async Task<Shop> StartAsync(string[] database, TimeSpan modelTime = default)
    {
        var app = ServiceHost.Build(
            [
                .. database, "--urls=http://127.0.0.1:0", "--environment=Development",
                "--Logging:LogLevel:Default=Error", "--Logging:LogLevel:Microsoft.AspNetCore=Error",
            ],
            builder =>
            {
                Decorate<ISqlReads>(builder.Services, inner => new RecordingReads(inner));
                Decorate<ITurnWriter>(builder.Services, inner => new RecordingWriter(inner));
                builder.Services.AddSingleton<Floor>();
                Slow(builder.Services, modelTime);
                builder.Services.AddSingleton<IModelProvider, BrokenProvider>();
            });
        var services = app.Services;
        await services.GetRequiredService<SchemaMigrator>().UpAsync("an empty database", default);
        await services.GetRequiredService<NodeTypeStore>().SyncAsync(
            [.. services.GetRequiredService<NodeRegistry>().All.Select(RegisteredNodeType.Of)], default);
        await services.GetRequiredService<DemoSeeder>().SeedAsync(default);
        await PublishAsync(services, EchoFlow, Echo);
        await PublishAsync(services, PatientFlow, s_patient);
        foreach (var (name, document) in Candidates.Broken)
        {
            await PublishAsync(services, name, document);
        }

        await ConfigureAsync(services, [Candidates.Sleeps, Candidates.Throws]);
        services.GetRequiredService<Floor>().Map(app);
        await app.StartAsync();
        return new Shop(app);
    }

    /// <summary>Rows of turns, of all tenants.</summary>
    public Task<long> CountTurnsAsync() => Reads.QueryAsync(
        "SELECT COUNT(*) FROM conversation_turns WHERE tenant_id > 0",
        [],
        reader => reader.Read() ? reader.GetInt64(0) : 0,
        default).AsTask();

    /// <summary>What the floor repeats.</summary>
    public void Give(IReadOnlyList<TurnSample> samples) => _app.Services.GetRequiredService<Floor>().Samples = samples;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static async Task PublishAsync(IServiceProvider services, string name, string document)
    {
        var reader = services.GetRequiredService<ITenantReader>();
        var tenant = (await reader.TenantAsync("demo", "default", default))!.Profile.Key;
        var flows = services.GetRequiredService<FlowVersionChanges>();
        var saved = await flows.SaveDraftAsync(tenant, new FlowDraft(name, document, "1", "load", null), null, default);
        await flows.PublishAsync(tenant, name, saved!.Summary.Version, new FlowChangeCommand("load"), default);
    }

    private static async Task ConfigureAsync(IServiceProvider services, string[] models)
    {
        var tenant = (await services.GetRequiredService<ITenantReader>().TenantAsync("demo", "default", default))!.Profile.Key;
        await using var db = services.GetRequiredService<ITenantDb>().Open(tenant);
        db.AiConfigurations.AddRange(models.Select(model => new AiConfigurationRow
        {
            TenantId = tenant.TenantId, Name = model, Provider = "broken", ModelName = model, IsActive = true, Priority = 9, UpdatedAt = DateTimeOffset.UtcNow,
        }));
        await db.SaveChangesAsync();
    }

    private static void Decorate<T>(IServiceCollection services, Func<T, T> decorate)
        where T : class
    {
        var inner = services.Single(service => service.ServiceType == typeof(T)).ImplementationType!;
        services.Replace(ServiceDescriptor.Singleton(provider => decorate((T)ActivatorUtilities.CreateInstance(provider, inner))));
    }

    private static void Slow(IServiceCollection services, TimeSpan modelTime)
    {
        var providers = services.Where(service => service.ServiceType == typeof(IModelProvider)).Select(service => service.ImplementationType!).ToList();
        services.RemoveAll<IModelProvider>();
        foreach (var type in providers)
        {
            services.AddSingleton<IModelProvider>(built =>
            {
                var provider = (IModelProvider)ActivatorUtilities.CreateInstance(built, type);
                return modelTime > TimeSpan.Zero ? new SlowProvider(provider, modelTime) : provider;
            });
        }
    }
}
