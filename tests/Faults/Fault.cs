namespace FlowEngine.Faults;

/// <summary>A way in which a service behaves.</summary>
/// <param name="run">Given the number of the call with the same id, from 1.</param>
public sealed class Fault(string name, Func<FaultAnswer, int, Task> run)
{
    public const string Well = "well";
    public const string Text = "All is well.";

    private static readonly TimeSpan s_betweenTokens = TimeSpan.FromMilliseconds(200);

    public string Name => name;

    public static IReadOnlyDictionary<string, Fault> All { get; } = new[]
    {
        new Fault(Well, (answer, _) => WellAsync(answer)),
        new Fault("late_answer", async (answer, _) =>
        {
            await answer.PauseAsync(s_betweenTokens);
            await WellAsync(answer);
        }),
        new Fault("hang_before_headers", (answer, _) => answer.HangAsync()),
        new Fault("hang_after_headers", async (answer, _) =>
        {
            await answer.HeadAsync();
            await answer.HangAsync();
        }),
        new Fault("hang_mid_stream", async (answer, _) =>
        {
            await BeginAsync(answer);
            await answer.HangAsync();
        }),
        new Fault("slow_tokens", (answer, _) => SlowAsync(answer)),
        new Fault("reset_at_once", (answer, _) =>
        {
            answer.Reset();
            return Task.CompletedTask;
        }),
        new Fault("reset_mid_stream", async (answer, _) =>
        {
            await BeginAsync(answer);
            await answer.PauseAsync(TimeSpan.FromMilliseconds(50));
            answer.Reset();
        }),
        new Fault("close_at_once", (answer, _) =>
        {
            answer.Close();
            return Task.CompletedTask;
        }),
        new Fault("half_event_then_close", async (answer, _) =>
        {
            await HalfAsync(answer);
            answer.Close();
        }),
        new Fault("half_event_then_end", async (answer, _) =>
        {
            await HalfAsync(answer);
            await answer.EndAsync();
        }),
        new Fault("wrong_json", (answer, _) =>
            answer.WholeAsync(answer.Wire.Streams ? "event: message_start\ndata: {\"choices\": [{{{ \n\n" : "{\"ticket\": [{{{ ")),
        new Fault("html_page", (answer, _) => answer.StatusAsync("200 OK", "<h1>It works!</h1>", "text/html")),
        new Fault("not_http", async (answer, _) =>
        {
            await answer.RawAsync("220 smtp.example ESMTP ready\r\n\r\n");
            answer.Close();
        }),
        new Fault("rate_limited_once", (answer, call) => call == 1 ? RateLimitedAsync(answer, "1") : WellAsync(answer)),
        new Fault("rate_limited", (answer, _) => RateLimitedAsync(answer, "3")),
        new Fault("rate_limited_for_an_hour", (answer, _) => RateLimitedAsync(answer, "3600")),
        new Fault("fails_once", (answer, call) => call == 1 ? BrokenAsync(answer) : WellAsync(answer)),
        new Fault("fails", (answer, _) => BrokenAsync(answer)),
        new Fault("ten_megabytes", (answer, _) => BigAsync(answer, answer.Wire.Token(new string('x', 10_000)))),
        new Fault("ten_megabytes_in_a_line", (answer, _) => BigAsync(answer, new string('x', 10_000))),
        new Fault("two_answers", (answer, _) => answer.WholeAsync(answer.Wire.Two(Text[..^1], "Another answer."))),
        new Fault("answer_after_the_end", async (answer, _) =>
        {
            await answer.WholeAsync(answer.Wire.Whole(Text));
            await answer.WholeAsync(answer.Wire.Whole("Another answer."));
            answer.Close();
        }),
        new Fault("events_after_done", (answer, _) => answer.WholeAsync(answer.Wire.Whole(Text) + answer.Wire.Whole("Another answer."))),
        new Fault("empty_answer", (answer, _) => answer.WholeAsync(answer.Wire.Streams ? answer.Wire.Begin + answer.Wire.End : "")),
        new Fault("no_event", (answer, _) => answer.WholeAsync("")),
    }.ToDictionary(fault => fault.Name, StringComparer.Ordinal);

    public static Fault Named(string name) => All[name];

    public Task RunAsync(FaultAnswer answer, int call) => run(answer, call);

    private static Task WellAsync(FaultAnswer answer) => answer.WholeAsync(answer.Wire.Whole(Text));

    private static async Task BeginAsync(FaultAnswer answer)
    {
        await answer.HeadAsync();
        await answer.ChunkAsync(answer.Wire.Begin + answer.Wire.Token("All "));
    }

    private static async Task HalfAsync(FaultAnswer answer)
    {
        await BeginAsync(answer);
        var next = answer.Wire.Token("is well");
        await answer.ChunkAsync(next[..(next.Length / 2)]);
    }

    private static async Task SlowAsync(FaultAnswer answer)
    {
        await BeginAsync(answer);
        while (true)
        {
            await answer.PauseAsync(s_betweenTokens);
            await answer.ChunkAsync(answer.Wire.Token("so "));
        }
    }

    private static Task RateLimitedAsync(FaultAnswer answer, string seconds) =>
        answer.StatusAsync("429 Too Many Requests", """{"error":{"message":"slow down"}}""", headers: $"Retry-After: {seconds}\r\n");

    private static Task BrokenAsync(FaultAnswer answer) =>
        answer.StatusAsync("500 Internal Server Error", """{"error":{"message":"at line 42"}}""");

    private static async Task BigAsync(FaultAnswer answer, string part)
    {
        await answer.HeadAsync();
        await answer.ChunkAsync(answer.Wire.Begin);
        for (var i = 0; i < 1000; i++)
        {
            await answer.ChunkAsync(part);
        }

        await answer.ChunkAsync(answer.Wire.End);
        await answer.EndAsync();
    }
}
