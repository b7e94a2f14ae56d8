using System.Text.Json;

namespace FlowEngine.Integrations.Tests.Resilience;

/// <summary>How a provider writes the events of an answer.</summary>
internal sealed record Dialect(string Provider, Func<string, string> Token, string Begin, string End)
{
    public const int InputTokens = 1000;
    public const int OutputTokens = 200;

    public static Dialect Of(string provider) => provider == "openai" ? OpenAi : Anthropic;

    private static Dialect OpenAi { get; } = new(
        "openai",
        text => Chunk($$"""[{"index":0,"delta":{"content":{{JsonSerializer.Serialize(text)}}},"finish_reason":null},{"index":1,"delta":{"content":"OTHER"},"finish_reason":null}]"""),
        Chunk("""[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}]"""),
        Chunk("""[{"index":0,"delta":{},"finish_reason":"stop"}]""")
            + Chunk("[]", $$""","usage":{"prompt_tokens":{{InputTokens}},"completion_tokens":{{OutputTokens}},"total_tokens":{{InputTokens + OutputTokens}} }""")
            + "data: [DONE]\n\n");

    private static Dialect Anthropic { get; } = new(
        "anthropic",
        text => Event("content_block_delta", $$""","index":0,"delta":{"type":"text_delta","text":{{JsonSerializer.Serialize(text)}}}"""),
        Event("message_start", $$""","message":{"id":"m","type":"message","role":"assistant","model":"m","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":{{InputTokens}},"output_tokens":1} }""")
            + Event("content_block_start", ""","index":0,"content_block":{"type":"text","text":""}"""),
        Event("content_block_stop", ""","index":0""")
            + Event("message_delta", $$""","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":{{OutputTokens}}}""")
            + Event("message_stop", ""));

    public string Whole(string text) => Begin + string.Concat(text.Split(' ').Select((word, i) => Token(i == 0 ? word : $" {word}"))) + End;

    private static string Chunk(string choices, string more = "") =>
        $$"""data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":{{choices}}{{more}}}""" + "\n\n";

    private static string Event(string type, string more) => $$"""
        event: {{type}}
        data: {"type":"{{type}}"{{more}}}


        """.ReplaceLineEndings("\n");
}
