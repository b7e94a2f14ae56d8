using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace FlowEngine.Load.People;

/// <summary>
/// Somebody who talks as people do: thinks before each message, asks a few things, leaves a question open, is silent until the flow gives
/// up, comes back with another conversation. The same seed says the same.
/// </summary>
internal sealed class Person(Shop shop, TalkLog log, int number, TimeSpan until)
{
    /// <summary>Seconds between an answer and the next message, on average.</summary>
    public const double ThinkSeconds = 3;

    private static readonly string[] s_answers = ["Ayşe Yılmaz", "ayse@ornek.com", "0532 123 45 67", "yarın", "kiralama"];

    private readonly Random _random = new(number);
    private string _session = "";
    private int _sessions;

    private bool IsOver => log.Now >= until;

    public async Task TalkAsync()
    {
        await Task.Delay(TimeSpan.FromSeconds(_random.NextDouble() * ThinkSeconds));
        while (!IsOver)
        {
            _session = $"person-{number}-{++_sessions}";
            log.Began();
            await (_random.Next(10) switch
            {
                < 6 => AskAsync(),
                < 9 => LeaveDetailsAsync(),
                _ => FallSilentAsync(),
            });
        }
    }

    private async Task AskAsync()
    {
        for (var left = _random.Next(3, 9); left > 0 && !IsOver; left--)
        {
            await SayAsync("shop-assistant", TurnSample.Messages[_random.Next(TurnSample.Messages.Count)]);
            await ThinkAsync();
        }
    }

    private async Task LeaveDetailsAsync()
    {
        var leavesAfter = _random.Next(8) == 0 ? _random.Next(1, s_answers.Length) : int.MaxValue;
        var waits = await SayAsync("lead-capture", "merhaba");
        for (var answer = 0; waits && answer < Math.Min(s_answers.Length, leavesAfter) && !IsOver; answer++)
        {
            await ThinkAsync();
            if (_random.Next(10) == 0)
            {
                await SayAsync("lead-capture", "?");
                await ThinkAsync();
            }

            waits = await SayAsync("lead-capture", s_answers[answer]);
        }
    }

    private async Task FallSilentAsync()
    {
        var waits = await SayAsync(Shop.PatientFlow, "merhaba");
        if (!waits || log.Now + TimeSpan.FromSeconds(78) > until)
        {
            return;
        }

        await Task.Delay(TimeSpan.FromSeconds(_random.Next(68, 76)));
        var history = await shop.Client.GetStringAsync($"/api/chat/conversations?sessionId={_session}");
        var id = JsonDocument.Parse(history).RootElement.GetProperty("items")[0].GetProperty("id").GetString();
        var messages = await shop.Client.GetStringAsync($"/api/chat/messages?conversationId={id}");
        var count = messages.Split(Shop.TimedOut).Length - 1;
        if (count != 1)
        {
            throw new InvalidOperationException($"{_session} read the time-out's text {count} times: {messages}");
        }

        log.SawTimeout();
        await SayAsync(Shop.PatientFlow, "12");
    }

    /// <returns>Whether the flow waits for an answer.</returns>
    private Task<bool> SayAsync(string flow, string content) => log.TimeAsync(ofFloor: false, async () =>
    {
        var streams = _random.Next(10) == 0;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v2/chat/messages")
        {
            Content = JsonContent.Create(new { content, sessionId = _session, flow }),
        };
        if (streams)
        {
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        }

        using var response = await shop.Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode
            || text.Contains("\"failure\"", StringComparison.Ordinal)
            || (streams && !text.Contains("event: done", StringComparison.Ordinal)))
        {
            throw new InvalidOperationException($"{_session} said '{content}' and was answered {response.StatusCode}: {text}");
        }

        return text.Contains("\"status\":\"waiting\"", StringComparison.Ordinal);
    });

    private Task ThinkAsync() => Task.Delay(Thinking(_random));

    /// <summary>Mostly short, at times long.</summary>
    public static TimeSpan Thinking(Random random) =>
        TimeSpan.FromSeconds(Math.Clamp(-Math.Log(1 - random.NextDouble()) * ThinkSeconds, 0.3, 15));
}
