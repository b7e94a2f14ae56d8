using FlowEngine.Api.Tests.Chat.Harness;
using FlowEngine.Api.Tests.Limits;
using FlowEngine.Chat.Timeouts;
using FlowEngine.Integrations.Models;
using FlowEngine.Support;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Api.Tests.Waits;

/// <summary>A service on a moved clock, with a flow that asks for a code word for 15 minutes. Its timer runs when a test says so.</summary>
internal sealed class WaitingService(ChatService service, MovedClock clock) : IAsyncDisposable
{
    public const string Late = "You were too late.";

    public ChatService Service => service;

    public MovedClock Clock => clock;

    public static async Task<WaitingService> StartAsync(string on, params string[] settings)
    {
        var clock = new MovedClock(MovedClock.Hurried);
        var service = await ChatService.StartOnAsync(
            on,
            builder =>
            {
                builder.Services.AddSingleton<TimeProvider>(clock);
                builder.Services.AddSingleton<IModelProvider, PricedProvider>();
                builder.Services.Remove(builder.Services.Single(added => added.ImplementationType?.Name == "TimeoutService"));
            },
            settings);
        await service.PublishAsync("demo", "code-word", FlowDocuments.AskWithTimeout(15));
        return new(service, clock);
    }

    public Task<Reply> BeginAsync(string? flow = null) => service.Api().SayAsync("merhaba", more: new { flow = flow ?? "code-word" });

    public Task<Reply> AnswerAsync(Reply conversation, string text = "sesame") =>
        service.Api().SayAsync(text, more: new { conversationId = conversation.ConversationId });

    /// <summary>A round of the timer.</summary>
    public Task FireAsync(CancellationToken cancellationToken = default) =>
        service.Services.GetRequiredService<TimeoutScanner>().FireAsync(cancellationToken);

    /// <summary>Everything that was said in the conversation.</summary>
    public async Task<IReadOnlyList<string>> SaidAsync(Reply conversation) =>
    [
        .. (await service.Api().GetAsync($"/api/chat/messages?conversationId={conversation.ConversationId}"))
            .GetProperty("items").EnumerateArray().Select(Reply.Content),
    ];

    /// <summary>Of the turns in order: their stage, status and failure.</summary>
    public Task<IReadOnlyList<IReadOnlyList<object?>>> TurnsAsync() =>
        service.RowsAsync("SELECT stage, status, failure_code FROM conversation_turns ORDER BY conversation_id, seq");

    public Task<long> TimeoutsAsync() => service.ScalarAsync<long>("SELECT COUNT(*) FROM conversation_turns WHERE stage = 'timeout' AND status = 'done'");

    public ValueTask DisposeAsync() => service.DisposeAsync();
}
