using Microsoft.AspNetCore.Http;

namespace FlowEngine.Integrations.Tests.Resilience;

/// <summary>What services do when they are not well; each repeats the prompt where it can.</summary>
internal sealed class Misbehaviour(Dialect dialect, SteppedTime time)
{
    private static readonly TimeSpan s_pastFirstToken = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan s_pastAll = TimeSpan.FromSeconds(65);

    public Task AnswerAsync(HttpContext http) => ModelEndpoint.WriteAsync(http, dialect.Whole("All is well."));

    public Task RunAsync(string name, HttpContext http) => name switch
    {
        "hang" => HangAsync(http, "", s_pastFirstToken),
        "hang after begin" => HangAsync(http, dialect.Begin, s_pastFirstToken),
        "hang after token" => HangAsync(http, dialect.Begin + dialect.Token("All"), s_pastAll),
        "slow tokens" => SlowAsync(http),
        "reset" => ResetAsync(http, ""),
        "reset after token" => ResetAsync(http, dialect.Begin + dialect.Token("All is")),
        "half an event" => ModelEndpoint.WriteAsync(http, dialect.Begin + dialect.Token("All is")[..^20]),
        "no end" => ModelEndpoint.WriteAsync(http, dialect.Begin + dialect.Token("All is")),
        "wrong json" => ModelEndpoint.WriteAsync(http, "event: message_start\ndata: {\"choices\": [{{{ \n\n"),
        "other json" => ModelEndpoint.WriteAsync(http, "event: message_start\ndata: {\"choices\": 7, \"type\": []}\n\n"),
        "html" => TextAsync(http, 200, "text/html", "<h1>Hello</h1>"),
        "10 MB of tokens" => BigAsync(http, dialect.Token(new string('x', 10_000))),
        "10 MB in a line" => BigAsync(http, new string('x', 10_000)),
        "empty" => ModelEndpoint.WriteAsync(http, dialect.Begin + dialect.End),
        "nothing" => ModelEndpoint.WriteAsync(http, ""),
        _ => StatusAsync(http, int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)),
    };

    private static Task StatusAsync(HttpContext http, int status)
    {
        http.Response.Headers.RetryAfter = "1";
        return TextAsync(http, status, "application/json", $$"""{"error":{"message":"bad: {{Conversation.Prompt}} {{Conversation.Key}}"} }""");
    }

    private static Task TextAsync(HttpContext http, int status, string type, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        return http.Response.WriteAsync(text, http.RequestAborted);
    }

    private async Task HangAsync(HttpContext http, string events, TimeSpan until)
    {
        if (events.Length > 0)
        {
            await ModelEndpoint.WriteAsync(http, events);
        }

        time.Advance(until);
        await Task.Delay(Timeout.Infinite, http.RequestAborted);
    }

    private async Task SlowAsync(HttpContext http)
    {
        await ModelEndpoint.WriteAsync(http, dialect.Begin);
        while (true)
        {
            await ModelEndpoint.WriteAsync(http, dialect.Token("x "));
            time.Advance(TimeSpan.FromSeconds(4));
            await Task.Delay(5, http.RequestAborted);
        }
    }

    public static async Task ResetAsync(HttpContext http, string events)
    {
        if (events.Length > 0)
        {
            await ModelEndpoint.WriteAsync(http, events);
            await Task.Delay(20, http.RequestAborted);
        }

        http.Abort();
    }

    private async Task BigAsync(HttpContext http, string part)
    {
        await ModelEndpoint.WriteAsync(http, dialect.Begin);
        for (var i = 0; i < 1000; i++)
        {
            await ModelEndpoint.WriteAsync(http, part);
        }
    }
}
