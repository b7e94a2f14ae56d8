using System.Collections.Frozen;
using System.Text.Json;
using FlowEngine.Conversations;
using FlowEngine.Integrations.Embeddings;
using FlowEngine.Integrations.Tests.Resilience;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace FlowEngine.Integrations.Tests.Embeddings;

public sealed class EmbeddingModelTests
{
    private const string Small = ",\"embedding_model\":\"small\"";
    private const string Good = """{"object":"list","data":[{"index":0,"embedding":[0.5,-1,2e-3]}],"usage":{"prompt_tokens":7,"total_tokens":7}}""";

    [Fact]
    public async Task Embed_ServiceIsWell_GivesVectorAndTokens()
    {
        await using var talk = await Conversation.StartAsync("openai", Small);
        talk.Endpoint.Behaviour = (http, _) => JsonAsync(http, Good);

        var embedded = await (await ModelAsync(talk))!.EmbedAsync("merhaba", CancellationToken.None);

        Assert.Equal([0.5f, -1f, 0.002f], embedded.Vector);
        Assert.Equal(7, embedded.Tokens);
        Assert.Equal($"Bearer {Conversation.Key}", talk.Endpoint.LastKey);
        using var body = JsonDocument.Parse(talk.Endpoint.LastBody);
        Assert.Equal(("small", "merhaba"), (body.RootElement.GetProperty("model").GetString(), body.RootElement.GetProperty("input").GetString()));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":[{"embedding":[]}]}""")]
    [InlineData("""{"data":[{"embedding":[1,"2"]}]}""")]
    [InlineData("""{"data":[{"embedding":[1e99]}]}""")]
    [InlineData("""{"data":[{"embedding":"AACAPw=="}]}""")]
    [InlineData("""{"data":[{"embedding":[1]},{"embedding":[2]}]}""")]
    [InlineData("{{{")]
    public async Task Embed_AnswerIsNone_FailsByName(string answer)
    {
        await using var talk = await Conversation.StartAsync("openai", Small);
        talk.Endpoint.Behaviour = (http, _) => JsonAsync(http, answer);
        var model = (await ModelAsync(talk))!;

        var fault = await Assert.ThrowsAsync<ModelCallException>(() => model.EmbedAsync("merhaba", CancellationToken.None).AsTask());

        Assert.Equal((FailureCodes.ModelFailed, "the answer cannot be read", 1), (fault.Code, fault.Message, talk.Endpoint.Calls));
    }

    [Theory]
    [InlineData("hang", FailureCodes.ModelTimeout, 1)]
    [InlineData("500", FailureCodes.ModelFailed, 3)]
    [InlineData("reset", FailureCodes.ModelFailed, 3)]
    [InlineData("401", FailureCodes.ModelUnavailable, 1)]
    [InlineData("html", FailureCodes.ModelFailed, 1)]
    [InlineData("10 MB in a line", FailureCodes.ModelFailed, 1)]
    public async Task Embed_ServiceIsNotWell_FailsByNameAndOnlyWhatPassesIsTriedAgain(string way, string code, int calls)
    {
        await using var talk = await Conversation.StartAsync("openai", $"""{Small},"timeout_seconds":20""");
        talk.Misbehave(way);
        var model = (await ModelAsync(talk))!;

        var fault = await Assert.ThrowsAsync<ModelCallException>(() => model.EmbedAsync(Conversation.Prompt, CancellationToken.None).AsTask());

        Assert.Equal((code, calls), (fault.Code, talk.Endpoint.Calls));
        Assert.DoesNotContain(Conversation.Prompt, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Embed_ServiceFailsAgainAndAgain_IsLeftAloneForAWhile()
    {
        await using var talk = await Conversation.StartAsync("openai", Small);
        talk.Misbehave("500");
        var causes = new List<string>();
        while (talk.Endpoint.Calls < 10 || causes.Count < 5)
        {
            var fault = await Assert.ThrowsAsync<ModelCallException>(async () => await (await ModelAsync(talk))!.EmbedAsync("x", CancellationToken.None));
            causes.Add(fault.Message);
        }

        Assert.Equal("paused after repeated failures", causes[^1]);
    }

    [Fact]
    public async Task Of_ProviderSwitchedOff_KeyMissingOrNothingNamed_IsNone()
    {
        await using var talk = await Conversation.StartAsync("openai", Small);

        Assert.NotNull(await ModelAsync(talk));
        Assert.Null(await ModelAsync(talk, "openai"));
        talk.Secrets.Value = null;
        Assert.Null(await ModelAsync(talk));
        talk.Rows.Only(Conversation.Row("openai", """{"endpoint":"http://127.0.0.1:1/v1"}"""));
        Assert.Null(await ModelAsync(talk));
    }

    private static ValueTask<EmbeddingModel?> ModelAsync(Conversation talk, params string[] without) =>
        talk.Embeddings.OfAsync(new TenantKey(1, "main"), without.ToFrozenSet(StringComparer.OrdinalIgnoreCase), CancellationToken.None);

    private static Task JsonAsync(HttpContext http, string json)
    {
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(json, http.RequestAborted);
    }
}
