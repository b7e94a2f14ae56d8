using FlowEngine.Conversations;
using FlowEngine.Integrations.Models;
using FlowEngine.Integrations.Tests.Resilience;
using Microsoft.Extensions.AI;
using Xunit;

namespace FlowEngine.Integrations.Tests.Models;

public sealed class ModelSettingsTests
{
    [Fact]
    public void Read_EverySetting_IsThere()
    {
        var (settings, faults) = ModelSettingsReader.Read("""
            {"endpoint":"http://localhost:11434/v1","api_key":"config:MODEL","temperature":0.2,"max_tokens":500,"timeout_seconds":30,
             "first_token_seconds":2.5,"price":{"input_per_million":0.15,"output_per_million":0.6,"currency":"USD","version":"1"},
             "embedding_model":"small"}
            """, "openai");

        Assert.Empty(faults);
        Assert.Equal(
            new ModelSettings
            {
                Endpoint = new("http://localhost:11434/v1"),
                ApiKey = "config:MODEL",
                Temperature = 0.2,
                MaxTokens = 500,
                Timeout = TimeSpan.FromSeconds(30),
                FirstToken = TimeSpan.FromSeconds(2.5),
                Price = new ModelPrice(0.15m, 0.6m, "USD", "1"),
                EmbeddingModel = "small",
            },
            settings);
    }

    [Theory]
    [InlineData("""{"api_key":"sk-12345"}""", "/api_key", "secret_in_clear")]
    [InlineData("""{"api_key":"env:"}""", "/api_key", "secret_in_clear")]
    [InlineData("""{"api_key":7}""", "/api_key", "invalid")]
    [InlineData("""{"endpiont":"http://x"}""", "/endpiont", "unknown_field")]
    [InlineData("""{"endpoint":"ftp://x"}""", "/endpoint", "invalid")]
    [InlineData("""{"endpoint":"http://user:password@x"}""", "/endpoint", "invalid")]
    [InlineData("""{"temperature":3}""", "/temperature", "invalid")]
    [InlineData("""{"temperature":"1"}""", "/temperature", "invalid")]
    [InlineData("""{"max_tokens":1.5}""", "/max_tokens", "invalid")]
    [InlineData("""{"timeout_seconds":0}""", "/timeout_seconds", "invalid")]
    [InlineData("""{"price":{"input_per_million":1,"output_per_million":1,"currency":"USD"}}""", "/price/version", "missing")]
    [InlineData("""{"price":{"input_per_million":-1,"output_per_million":1,"currency":"USD","version":"1"}}""", "/price/input_per_million", "invalid")]
    [InlineData("""{"price":{"input_per_million":1,"output_per_million":1,"currency":"usd","version":"1"}}""", "/price/currency", "invalid")]
    [InlineData("""{"price":1}""", "/price", "wrong_type")]
    [InlineData("""{"max_tokens":1,"max_tokens":2}""", "", "not_json")]
    [InlineData("[]", "", "wrong_type")]
    [InlineData("{", "", "not_json")]
    public void Read_Fault_IsNamedWithoutTheValue(string json, string pointer, string code)
    {
        var (settings, faults) = ModelSettingsReader.Read(json, "openai");

        Assert.Null(settings);
        var fault = Assert.Single(faults);
        Assert.Equal((pointer, code), (fault.Pointer, fault.Code));
        Assert.DoesNotContain("12345", fault.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("password", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TemperatureForAServiceWithoutOne_IsAFault()
    {
        Assert.Empty(ModelSettingsReader.Read("""{"temperature":1}""", "openai").Faults);
        Assert.Equal("/temperature", Assert.Single(ModelSettingsReader.Read("""{"temperature":1}""", "Anthropic").Faults).Pointer);
    }

    [Fact]
    public void Read_EmbeddingModelOfAServiceWithoutOne_IsAFault() =>
        Assert.Equal("/embedding_model", Assert.Single(ModelSettingsReader.Read("""{"embedding_model":"small"}""", "anthropic").Faults).Pointer);

    [Theory]
    [InlineData("""{"api_key":"sk-12345"}""", "remote: its settings are invalid: /api_key secret_in_clear")]
    [InlineData("""{"api_key":"env:NOT_SET"}""", "remote: its api_key is not set, or may not be sent to its endpoint: store a key of the tenant and name it secret:NAME, or have the operator grant it in FlowEngine:Ai:Secrets")]
    [InlineData(null, "remote: no api_key is set")]
    public async Task Answer_ConfigurationThatCannotBeUsed_FailsByName(string? settings, string cause)
    {
        await using var talk = await Conversation.StartAsync("openai");
        talk.Secrets.Value = null;
        talk.Rows.Only(Conversation.Row("openai", settings));

        var reply = await talk.SayAsync();

        Assert.Equal((FailureCodes.ModelUnavailable, cause), (reply.FailureCode, reply.Cause));
    }

    [Fact]
    public async Task Model_SameConfigurationAndKey_SameClient()
    {
        await using var talk = await Conversation.StartAsync("anthropic");
        var row = Conversation.Row("anthropic", """{"api_key":"env:K"}""");

        var (first, second) = (await ClientAsync(row), await ClientAsync(row with { }));
        var changed = await ClientAsync(row with { ModelName = "model-2" });
        talk.Secrets.Value = "another";
        var rotated = await ClientAsync(row);

        Assert.Same(first, second);
        Assert.Equal(3, new[] { first, changed, rotated }.Distinct().Count());

        async Task<IChatClient> ClientAsync(AiConfiguration of) => (await talk.Directory.ModelAsync(of, CancellationToken.None)).Client;
    }
}
