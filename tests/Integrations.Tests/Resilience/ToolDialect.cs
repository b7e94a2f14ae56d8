using System.Text.Json;

namespace FlowEngine.Integrations.Tests.Resilience;

/// <summary>How a provider streams an answer that calls tools: text before them, and arguments in pieces.</summary>
internal static class ToolDialect
{
    /// <param name="calls">Name and the pieces of the arguments.</param>
    public static string Write(string provider, string text, params (string Name, string[] Pieces)[] calls) =>
        provider == "openai" ? OpenAi(text, calls) : Anthropic(text, calls);

    private static string OpenAi(string text, (string Name, string[] Pieces)[] calls)
    {
        var written = Chunk("""{"role":"assistant","content":null}""") + (text.Length == 0 ? "" : Chunk($$"""{"content":{{Json(text)}} }"""));
        for (var i = 0; i < calls.Length; i++)
        {
            written += Chunk($$"""{"tool_calls":[{"index":{{i}},"id":"id-{{i}}","type":"function","function":{"name":{{Json(calls[i].Name)}},"arguments":""} }]}""");
            written += string.Concat(calls[i].Pieces.Select(piece =>
                Chunk($$"""{"tool_calls":[{"index":{{i}},"function":{"arguments":{{Json(piece)}} } }]}""")));
        }

        return written + Chunk("{}", "\"tool_calls\"")
            + $$"""data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[],"usage":{"prompt_tokens":{{Dialect.InputTokens}},"completion_tokens":{{Dialect.OutputTokens}},"total_tokens":1200} }""" + "\n\n"
            + "data: [DONE]\n\n";
    }

    private static string Anthropic(string text, (string Name, string[] Pieces)[] calls)
    {
        var written = Event("message_start", $$""","message":{"id":"m","type":"message","role":"assistant","model":"m","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":{{Dialect.InputTokens}},"output_tokens":1} }""");
        var block = 0;
        if (text.Length > 0)
        {
            written += Event("content_block_start", ""","index":0,"content_block":{"type":"text","text":""}""")
                + Event("content_block_delta", $$""","index":0,"delta":{"type":"text_delta","text":{{Json(text)}} }""")
                + Event("content_block_stop", ""","index":0""");
            block++;
        }

        foreach (var (name, pieces) in calls)
        {
            written += Event("content_block_start", $$""","index":{{block}},"content_block":{"type":"tool_use","id":"toolu_{{block}}","name":{{Json(name)}},"input":{} }""");
            foreach (var piece in pieces)
            {
                written += Event("content_block_delta", $$""","index":{{block}},"delta":{"type":"input_json_delta","partial_json":{{Json(piece)}} }""");
            }

            written += Event("content_block_stop", $$""","index":{{block++}}""");
        }

        return written
            + Event("message_delta", $$""","delta":{"stop_reason":"tool_use","stop_sequence":null},"usage":{"output_tokens":{{Dialect.OutputTokens}} }""")
            + Event("message_stop", "");
    }

    private static string Json(string text) => JsonSerializer.Serialize(text);

    private static string Chunk(string delta, string finish = "null") =>
        $$"""data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{{delta}},"finish_reason":{{finish}} }]}""" + "\n\n";

    private static string Event(string type, string more) => $"event: {type}\ndata: {{\"type\":\"{type}\"{more}}}\n\n";
}
