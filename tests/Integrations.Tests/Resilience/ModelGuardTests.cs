using System.Collections.Frozen;
using System.Net;
using FlowEngine.Conversations;
using FlowEngine.Integrations.Embeddings;
using FlowEngine.Integrations.Http;
using FlowEngine.Integrations.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace FlowEngine.Integrations.Tests.Resilience;

/// <summary>Models are asked through the guard of outgoing calls, unless the operator named the endpoint.</summary>
public sealed class ModelGuardTests
{
    private const string NotPublic = "the endpoint is not on the public internet, and the operator has not allowed it in FlowEngine:Ai:Endpoints";

    [Theory]
    [InlineData("openai", "127.0.0.1")]
    [InlineData("openai", "localhost")]
    [InlineData("openai", "rebound.example")]
    [InlineData("anthropic", "127.0.0.1")]
    [InlineData("anthropic", "rebound.example")]
    public async Task Answer_EndpointThatIsNotPublic_IsNeverConnectedTo(string provider, string host)
    {
        await using var server = await ModelEndpoint.StartAsync();
        await using var services = Services([], Row(provider, AddressOf(server, host)));

        var reply = await AnswerAsync(services);

        Assert.Equal((FailureCodes.ModelUnavailable, $"remote: {NotPublic}"), (reply.FailureCode, reply.Cause));
        Assert.Empty(server.Connections);
    }

    [Fact]
    public async Task Embed_EndpointThatIsNotPublic_IsNeverConnectedTo()
    {
        await using var server = await ModelEndpoint.StartAsync();
        await using var services = Services([], Row("openai", AddressOf(server, "rebound.example"), ",\"embedding_model\":\"small\""));
        var model = await services.GetRequiredService<EmbeddingDirectory>().OfAsync(
            new(1, "main"), FrozenSet<string>.Empty, CancellationToken.None);

        var fault = await Assert.ThrowsAsync<ModelCallException>(() => model!.EmbedAsync("merhaba", CancellationToken.None).AsTask());

        Assert.Equal((FailureCodes.ModelUnavailable, NotPublic), (fault.Code, fault.Message));
        Assert.Empty(server.Connections);
    }

    [Fact]
    public async Task Answer_EndpointThatTheOperatorNamed_IsAsked()
    {
        await using var server = await ModelEndpoint.StartAsync();
        server.Behaviour = (http, _) => new Misbehaviour(Dialect.Of("openai"), new SteppedTime()).AnswerAsync(http);
        var address = AddressOf(server, "127.0.0.1");
        await using var services = Services([address], Row("openai", $"{address}/v1"));

        Assert.Null((await AnswerAsync(services)).FailureCode);
        Assert.Equal(1, server.Calls);
    }

    [Fact]
    public async Task Answer_BesideTheEndpointThatTheOperatorNamed_IsRefusedOnAnOpenConnectionToo()
    {
        await using var server = await ModelEndpoint.StartAsync();
        server.Behaviour = (http, _) => new Misbehaviour(Dialect.Of("openai"), new SteppedTime()).AnswerAsync(http);
        var address = AddressOf(server, "127.0.0.1");
        var rows = Row("openai", $"{address}/v1");
        await using var services = Services([$"{address}/v1"], rows);
        await AnswerAsync(services);
        rows.Only(RowOf("openai", $"{address}/admin"));

        var reply = await AnswerAsync(services);

        Assert.Equal($"remote: {NotPublic}", reply.Cause);
        Assert.Equal(1, server.Calls);
    }

    [Fact]
    public async Task Answer_EndpointThatRedirects_IsNotFollowed()
    {
        await using var other = await ModelEndpoint.StartAsync();
        await using var server = await ModelEndpoint.StartAsync();
        server.Behaviour = (http, _) =>
        {
            http.Response.StatusCode = 307;
            http.Response.Headers.Location = $"{other.Address}/v1/chat/completions";
            return Task.CompletedTask;
        };
        await using var services = Services([server.Address], Row("openai", $"{server.Address}/v1"));

        var reply = await AnswerAsync(services);

        Assert.Equal((FailureCodes.ModelFailed, 1), (reply.FailureCode, server.Calls));
        Assert.Empty(other.Connections);
    }

    [Theory]
    [InlineData("openai", null, "https://api.openai.com/v1")]
    [InlineData("anthropic", null, "https://api.anthropic.com/")]
    [InlineData("openai", "https://models.example/v1", "https://models.example/v1")]
    public async Task Model_WithAKey_WantsItForTheAddressThatItIsSentTo(string provider, string? endpoint, string wanted)
    {
        var secrets = new FixedSecrets("k");
        await using var services = Services([], Row(provider, endpoint), secrets);

        await services.GetRequiredService<ModelDirectory>().ChainAsync(new(1, "main"), null, CancellationToken.None);

        Assert.Equal([new Uri(wanted)], secrets.Targets);
    }

    private static string AddressOf(ModelEndpoint server, string host) => $"http://{host}:{new Uri(server.Address).Port}";

    private static AiConfiguration RowOf(string provider, string? endpoint, string more = "") => new(
        "remote", provider, "model-1", true,
        $$"""{{{(endpoint is null ? "" : $"\"endpoint\":\"{endpoint}\",")}}"api_key":"secret:K"{{more}}}""",
        Tenant: new(1, "main"));

    private static FixedRows Row(string provider, string? endpoint, string more = "")
    {
        var rows = new FixedRows();
        rows.Add(RowOf(provider, endpoint, more));
        return rows;
    }

    private static ServiceProvider Services(string[] named, FixedRows rows, FixedSecrets? secrets = null) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<IAiConfigurations>(rows)
        .AddSingleton<ISecrets>(secrets ?? new FixedSecrets("k"))
        .AddSingleton<IHostResolver>(new Loopback())
        .AddSingleton(new EndpointList(named))
        .AddIntegrations()
        .BuildServiceProvider();

    private static async Task<ModelReply> AnswerAsync(IServiceProvider services) =>
        await new ModelChain(services.GetRequiredService<IModelDirectory>(), NullLogger<ModelChain>.Instance).AnswerAsync(
            new(new(1, "main"), new() { Language = "en", UserMessage = "hello" }, "1"), NoReplyStream.Instance, CancellationToken.None);

    /// <summary>Every name is this machine's.</summary>
    private sealed class Loopback : IHostResolver
    {
        public ValueTask<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) => new([IPAddress.Loopback]);
    }
}
