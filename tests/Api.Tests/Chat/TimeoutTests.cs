using FlowEngine.Api.Tests.Chat.Harness;
using FlowEngine.Support;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Api.Tests.Chat;

public sealed class TimeoutTests
{
    [DatabaseFact]
    public async Task NobodyAnswers_TheTimerFiresOnce(string on)
    {
        var clock = new MovedClock(MovedClock.Hurried);
        await using var service = await StartAsync(on, clock);
        var api = service.Api();
        var first = await api.SayAsync("merhaba", more: new { flow = "code-word" });
        Assert.Equal("waiting", first.Status);

        clock.Advance(TimeSpan.FromMinutes(16));
        await UntilAsync(async () => (await TurnsAsync(service)).Count == 2);
        clock.Advance(TimeSpan.FromMinutes(60));
        await Task.Delay(400);

        Assert.Equal(["off", "timeout"], (await TurnsAsync(service)).Select(row => row[1]));
        var items = (await api.GetAsync($"/api/chat/messages?conversationId={first.ConversationId}")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["merhaba", "The code word?", "You were too late."], items.Select(Reply.Content));
        Assert.Equal("ended", (await api.GetAsync($"/api/chat/conversations/{first.ConversationId}")).GetProperty("status").GetString());
    }

    [DatabaseFact]
    public async Task BeforeTheTime_NothingFires(string on)
    {
        var clock = new MovedClock(MovedClock.Hurried);
        await using var service = await StartAsync(on, clock);
        var first = await service.Api().SayAsync("merhaba", more: new { flow = "code-word" });

        clock.Advance(TimeSpan.FromMinutes(14));
        await Task.Delay(300);
        var answered = await service.Api().SayAsync("sesame", more: new { conversationId = first.ConversationId });

        Assert.Equal("Thank you for sesame.", answered.Answer);
        Assert.Equal(2, (await TurnsAsync(service)).Count);
    }

    [DatabaseFact]
    public async Task LateMessage_TriggersTheTimeoutAndIsThenANewMessage(string on)
    {
        var clock = new MovedClock(MovedClock.Hurried);
        await using var service = await StartAsync(on, clock, withTimer: false);
        var api = service.Api();
        var first = await api.SayAsync("merhaba", more: new { flow = "code-word" });

        clock.Advance(TimeSpan.FromMinutes(16));
        var late = await api.SayAsync("sesame", more: new { conversationId = first.ConversationId });

        Assert.Equal("waiting", late.Status);
        Assert.Equal("The code word?", late.Answer);
        Assert.Equal([1L, 2L, 3L], (await TurnsAsync(service)).Select(row => row[0]));
        var items = (await api.GetAsync($"/api/chat/messages?conversationId={first.ConversationId}")).GetProperty("items").EnumerateArray();
        Assert.Equal(
            ["merhaba", "The code word?", "You were too late.", "sesame", "The code word?"],
            items.Select(Reply.Content));
    }

    private static async Task<ChatService> StartAsync(string on, MovedClock clock, bool withTimer = true)
    {
        var service = await ChatService.StartOnAsync(on, builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(clock);
            if (!withTimer)
            {
                builder.Services.Remove(builder.Services.Single(added => added.ImplementationType?.Name == "TimeoutService"));
            }
        });
        await service.PublishAsync("demo", "code-word", FlowDocuments.AskWithTimeout(15));
        return service;
    }

    private static Task<IReadOnlyList<IReadOnlyList<object?>>> TurnsAsync(ChatService service) =>
        service.RowsAsync("SELECT seq, stage FROM conversation_turns ORDER BY seq");

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var i = 0; i < 300 && !await holds(); i++)
        {
            await Task.Delay(50);
        }

        Assert.True(await holds());
    }
}
