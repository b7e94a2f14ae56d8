using FlowEngine.Conversations;
using FlowEngine.Integrations.Embeddings;
using FlowEngine.Integrations.Http;
using FlowEngine.Integrations.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Integrations.Tests.Resilience;

/// <summary>A chain of configurations as the service makes it, over an endpoint of the test.</summary>
internal sealed class Conversation : IAsyncDisposable
{
    public const string Prompt = "PROMPT-7f3a";
    public const string Key = "KEY-51bd";

    private readonly ServiceProvider _services;
    private readonly CapturedLogs _logs = new();

    private Conversation(ModelEndpoint endpoint, Dialect dialect, string? more, bool offlineToo)
    {
        (Endpoint, Dialect, Time) = (endpoint, dialect, new SteppedTime());
        Is = new(dialect, Time);
        Rows = new();
        Rows.Add(Row(dialect.Provider, $$"""{"endpoint":"{{endpoint.Address}}{{(dialect.Provider == "openai" ? "/v1" : "")}}","api_key":"env:K"{{more}}}"""));
        if (offlineToo)
        {
            Rows.Add(new("spare", "offline", "spare", false));
        }

        _services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs))
            .AddSingleton<IAiConfigurations>(Rows)
            .AddSingleton<ISecrets>(Secrets)
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton(new EndpointList([endpoint.Address]))
            .AddIntegrations()
            .AddSingleton<ModelChain>()
            .BuildServiceProvider();
    }

    public ModelEndpoint Endpoint { get; }

    public Dialect Dialect { get; }

    public SteppedTime Time { get; }

    public Misbehaviour Is { get; }

    public FixedSecrets Secrets { get; } = new(Key);

    public FixedRows Rows { get; }

    public string Logged => _logs.Text;

    public EmbeddingDirectory Embeddings => _services.GetRequiredService<EmbeddingDirectory>();

    public ModelDirectory Directory => _services.GetRequiredService<ModelDirectory>();

    public static AiConfiguration Row(string provider, string? settings) => new("remote", provider, "model-1", true, settings);

    public static async Task<Conversation> StartAsync(string provider, string? more = null, bool offlineToo = false) =>
        new(await ModelEndpoint.StartAsync(), Dialect.Of(provider), more, offlineToo);

    public void Misbehave(string name) => Endpoint.Behaviour = (http, _) => Is.RunAsync(name, http);

    public void Behave() => Endpoint.Behaviour = (http, _) => Is.AnswerAsync(http);

    public async Task<ModelReply> SayAsync(
        IReplyStream? stream = null, ToolOffer? tools = null, double? temperature = null, CancellationToken cancellationToken = default)
    {
        var context = new ModelContext { Language = "en", UserMessage = $"hello {Prompt}", SystemPrompt = $"Be kind. {Prompt}" };
        var request = new ModelRequest(new TenantKey(1, "main"), context, "1", Temperature: temperature) { Tools = tools };
        return await _services.GetRequiredService<ModelChain>().AnswerAsync(request, stream ?? NoReplyStream.Instance, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Endpoint.DisposeAsync();
    }
}
