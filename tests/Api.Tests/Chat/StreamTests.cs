using System.Net;
using System.Text.RegularExpressions;
using FlowEngine.Api.Tests.Chat.Harness;
using FlowEngine.Chat.Turns;
using FlowEngine.Integrations.Models;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Api.Tests.Chat;

public sealed partial class StreamTests
{
    private static Task<ChatService> StartAsync(string on) => ChatService.StartOnAsync(on, builder =>
    {
        builder.Services.AddSingleton<IModelProvider>(new ScriptedProvider());
        var inner = builder.Services.Single(service => service.ServiceType == typeof(ITurnWriter));
        builder.Services.AddSingleton<ITurnWriter>(provider =>
            new SwitchableWriter((ITurnWriter)ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!)));
    });

    [DatabaseTheory]
    [InlineData("demo", "en ucuz forklift", ChatApi.V1)]
    [InlineData("demo", "en ucuz forklift", ChatApi.V2)]
    [InlineData("demo-en", "I want a pallet truck", ChatApi.V1)]
    [InlineData("demo-en", "how long is the warranty?", ChatApi.V2)]
    public async Task Stream_DeltasThenMessagesThenDone(string on, string tenant, string message, string path)
    {
        await using var service = await StartAsync(on);
        var events = await service.Api($"{tenant}-chat").StreamAsync(message, path);

        var done = events[^1];
        var reply = new Reply(done.Data);
        Assert.Matches("^(delta )+(message )+done$", string.Join(' ', events.Select(sent => sent.Name)));
        var turn = Guid.Parse(reply.TurnId).ToString("N");
        Assert.Equal(Enumerable.Range(1, events.Count).Select(i => $"{turn}-{i}"), events.Select(sent => sent.Id));
        Assert.Equal(reply.Messages.Select(said => said.ToString()), events.Where(sent => sent.Name == "message").Select(sent => sent.Data.ToString()));
        var provisional = events.Where(sent => sent.Name == "delta")
            .GroupBy(sent => sent.Data.GetProperty("messageId").GetString()!)
            .ToDictionary(group => group.Key, group => string.Concat(group.Select(sent => sent.Data.GetProperty("text").GetString())));
        Assert.Equal(
            reply.Messages.Select(said => (said.GetProperty("id").GetString()!, WithoutLinks(Reply.Content(said)))),
            provisional.Select(text => (text.Key, WithoutLinks(text.Value))));
        Assert.All(events, sent => Assert.DoesNotMatch(@"\[LINK[^\]]*$", sent.Name == "delta" ? sent.Data.GetProperty("text").GetString()! : ""));
    }

    [DatabaseFact]
    public async Task Stream_IsTheSameAnswerAsWithoutStream(string on)
    {
        await using var service = await StartAsync(on);
        var api = service.Api();

        var events = await api.StreamAsync("en ucuz transpalet", ChatApi.V2 + "?trace=true");
        var plain = await api.SayAsync("en ucuz transpalet", ChatApi.V2 + "?trace=true");

        var streamed = new Reply(events[^1].Data);
        Assert.Equal(plain.Messages.Select(Reply.Content), streamed.Messages.Select(Reply.Content));
        Assert.Equal(plain.Steps, streamed.Steps);
    }

    [DatabaseTheory]
    [InlineData(ChatApi.V1)]
    [InlineData(ChatApi.V2)]
    public async Task ModelBreaksOff_ProvisionalTextIsDiscardedAndTheNextModelAnswers(string on, string path)
    {
        await using var service = await StartAsync(on);
        await service.ExecuteAsync(
            """
            UPDATE ai_assistant_configurations SET provider = 'scripted', model_name = 'throws' WHERE tenant_id = 1;
            INSERT INTO ai_assistant_configurations (tenant_id, name, provider, model_name, is_active, is_default, priority, updated_at)
            VALUES (1, 'second', 'offline', 'offline-2', true, false, 1, '2026-01-01T00:00:00.0000000Z')
            """);

        var events = await service.Api().StreamAsync("nasılsın?", path);

        Assert.Matches("^(delta )+discard (delta )+(message )+done$", string.Join(' ', events.Select(sent => sent.Name)));
        var reply = new Reply(events[^1].Data);
        Assert.Equal("offline-2", reply.Json.GetProperty("usage").GetProperty("model").GetString());
        Assert.DoesNotContain("Half an", reply.Answer, StringComparison.Ordinal);
    }

    [DatabaseTheory]
    [InlineData(ChatApi.V1)]
    [InlineData(ChatApi.V2)]
    public async Task EveryModelBreaksOff_DoneWithFailureAndFallback(string on, string path)
    {
        await using var service = await StartAsync(on);
        await service.ExecuteAsync("UPDATE ai_assistant_configurations SET provider = 'scripted', model_name = 'throws'");

        var events = await service.Api().StreamAsync("nasılsın?", path);

        Assert.Matches("^(delta )+(discard )+(message )+done$", string.Join(' ', events.Select(sent => sent.Name)));
        var reply = new Reply(events[^1].Data);
        Assert.Equal("model_failed", reply.Failure);
        Assert.Equal("fallback", reply.Kinds[^1]);
        Assert.DoesNotContain("secret", reply.Json.ToString(), StringComparison.Ordinal);
    }

    [DatabaseTheory]
    [InlineData(ChatApi.V1)]
    [InlineData(ChatApi.V2)]
    public async Task CommitFails_ErrorAtTheEndAndNothingIsStored(string on, string path)
    {
        await using var service = await StartAsync(on);
        var api = service.Api();
        var writer = (SwitchableWriter)service.Services.GetRequiredService<ITurnWriter>();
        writer.FailsToCommit = true;

        var events = await api.StreamAsync("en ucuz forklift", path, new { sessionId = "unstored" }, "retry-me");
        using var plain = await api.PostAsync(path, ChatApi.Body("en ucuz forklift"));
        writer.FailsToCommit = false;

        Assert.Matches("^(delta )+(discard )+error$", string.Join(' ', events.Select(sent => sent.Name)));
        Assert.Equal("database_full", events[^1].Data.GetProperty("code").GetString());
        Assert.Equal(503, events[^1].Data.GetProperty("status").GetInt32());
        Assert.DoesNotContain("secret", events[^1].Data.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, plain.StatusCode);
        Assert.NotNull(plain.Headers.RetryAfter);
        Assert.Equal(0L, await service.ScalarAsync<long>("SELECT COUNT(*) FROM ai_conversation_messages"));
        var again = await api.StreamAsync("en ucuz forklift", path, new { sessionId = "unstored" }, "retry-me");
        Assert.Equal("done", again[^1].Name);
    }

    [DatabaseFact]
    public async Task Refusal_BeforeTheStreamOpens_IsAProblem(string on)
    {
        await using var service = await StartAsync(on);
        using var response = await service.Api().PostAsync(ChatApi.V2, "{}", accept: "text/event-stream");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    private static string WithoutLinks(string text) => Spaces().Replace(Links().Replace(text, " "), " ").Trim();

    [GeneratedRegex(@"\[LINK:[^\]]*\]|https?://\S+/shop/\S+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Links();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
