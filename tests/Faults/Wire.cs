using System.Text.Json;

namespace FlowEngine.Faults;

/// <summary>How a service writes an answer: its beginning, a piece of its text, its end.</summary>
/// <param name="Name">The first segment of the path at which the fault server speaks it.</param>
public sealed record Wire(string Name, string MediaType, string Begin, Func<string, string> Token, string End)
{
    public const int InputTokens = 1000;
    public const int OutputTokens = 200;

    public static Wire OpenAi { get; } = new(
        "openai",
        EventStream,
        Chunk("""[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}]"""),
        text => Chunk($$"""[{"index":0,"delta":{"content":{{Quoted(text)}}},"finish_reason":null}]"""),
        Chunk("""[{"index":0,"delta":{},"finish_reason":"stop"}]""")
            + Chunk("[]", $$""","usage":{"prompt_tokens":{{InputTokens}},"completion_tokens":{{OutputTokens}},"total_tokens":{{InputTokens + OutputTokens}} }""")
            + "data: [DONE]\n\n");

    public static Wire Anthropic { get; } = new(
        "anthropic",
        EventStream,
        Event("message_start", $$""","message":{"id":"m","type":"message","role":"assistant","model":"m","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":{{InputTokens}},"output_tokens":1} }""")
            + Block(0),
        text => Event("content_block_delta", $$""","index":0,"delta":{"type":"text_delta","text":{{Quoted(text)}}}"""),
        Event("content_block_stop", ""","index":0""")
            + Event("message_delta", $$""","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":{{OutputTokens}}}""")
            + Event("message_stop", ""));

    /// <summary>An endpoint that answers a call with <c>{"ticket": TEXT}</c>.</summary>
    public static Wire Webhook { get; } = new(
        "webhook", "application/json", """{"ticket":" """.TrimEnd(), text => Quoted(text)[1..^1], "\"}");

    public static IReadOnlyList<Wire> All { get; } = [OpenAi, Anthropic, Webhook];

    private const string EventStream = "text/event-stream";

    public bool Streams => MediaType == EventStream;

    /// <summary>Two answers to one question, the second's pieces among those of the first, as a service that was asked for two sends them.</summary>
    public string Two(string first, string second) => this switch
    {
        _ when this == OpenAi =>
            Begin
            + Chunk($$"""[{"index":1,"delta":{"role":"assistant","content":{{Quoted(second)}}},"finish_reason":null}]""")
            + Token(first)
            + Chunk("""[{"index":1,"delta":{},"finish_reason":"stop"}]""")
            + Token(".")
            + End,
        _ when this == Anthropic => Whole(first + ".") + Whole(second),
        _ => Whole(first) + Whole(second),
    };

    public string Whole(string text) => Begin + string.Concat(text.Split(' ').Select((word, i) => Token(i == 0 ? word : $" {word}"))) + End;

    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    private static string Chunk(string choices, string more = "") =>
        $$"""data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":{{choices}}{{more}}}""" + "\n\n";

    private static string Block(int index) =>
        Event("content_block_start", $$""","index":{{index}},"content_block":{"type":"text","text":""}""");

    private static string Event(string type, string more) => $$"""
        event: {{type}}
        data: {"type":"{{type}}"{{more}}}


        """.ReplaceLineEndings("\n");
}
