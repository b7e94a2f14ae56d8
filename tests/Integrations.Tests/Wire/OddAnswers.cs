using System.Text;

namespace FlowEngine.Integrations.Tests.Wire;

/// <summary>Answers of services that speak almost OpenAI's chat completions, each with what a person would read in it.</summary>
internal static class OddAnswers
{
    public const string Done = "data: [DONE]\n\n";
    public const string Stop = """data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""" + "\n\n";

    private static readonly (string Name, string Events, string Text)[] s_all =
    [
        ("ending is empty", Piece("All is ", "\"\"") + Piece("well.", "\"\"") + Done, "All is well."),
        ("ending is eos", Piece("All is well.", "\"eos\""), "All is well."),
        ("ending is abort", Piece("All is well.", "\"abort\""), "All is well."),
        ("ending is an object", Piece("All is well.", """{"type":"stop"}"""), "All is well."),
        ("ending with every piece", Piece("All is ", "\"stop\"") + Piece("well.", "\"stop\"") + Done, "All is well."),
        ("no ending but done", Piece("All is well.") + Done, "All is well."),
        ("done without blank", Piece("All is well.") + "data:[DONE]\n\n", "All is well."),
        ("done in small letters", Piece("All is well.") + "data: done\n\n", "All is well."),
        ("ending but no done", Piece("All is well.", "\"stop\""), "All is well."),
        ("done without its last line", Piece("All is well.") + "data: [DONE]", "All is well."),
        ("content in parts", Delta("""{"content":[{"type":"text","text":"All is "},{"type":"text","text":"well."}]}""") + Stop, "All is well."),
        ("content in parts with thinking", Delta("""{"content":[{"type":"thinking","thinking":[{"type":"text","text":"SECRET"}]},{"type":"text","text":"All is well."}]}""") + Stop, "All is well."),
        ("content in parts of plain text", Delta("""{"content":["All is ","well."]}""") + Stop, "All is well."),
        ("content as one part", Delta("""{"content":{"type":"output_text","text":"All is well."}}""") + Stop, "All is well."),
        ("content as a part with a value", Delta("""{"content":[{"type":"text","text":{"value":"All is well.","annotations":[]}}]}""") + Stop, "All is well."),
        ("content is a number", Delta("""{"content":"There are "}""") + Delta("""{"content":42}""") + Stop, "There are 42"),
        ("content is null first", Delta("""{"role":"assistant","content":null}""") + Piece("All is well.") + Stop, "All is well."),
        ("delta is plain text", """data: {"choices":[{"index":0,"delta":"All is well."}]}""" + "\n\n" + Stop, "All is well."),
        ("delta is null", """data: {"choices":[{"index":0,"delta":null}]}""" + "\n\n" + Piece("All is well.") + Stop, "All is well."),
        ("text of a completion", """data: {"choices":[{"index":0,"text":"All is well.","finish_reason":"stop"}]}""" + "\n\n" + Done, "All is well."),
        ("choices is null", """data: {"id":"c","choices":null,"usage":null}""" + "\n\n" + Piece("All is well.") + Stop, "All is well."),
        ("choices is missing", """data: {"id":"c","object":"chat.completion.chunk"}""" + "\n\n" + Piece("All is well.") + Stop, "All is well."),
        ("choices is one", """data: {"choices":{"index":0,"delta":{"content":"All is well."},"finish_reason":"stop"}}""" + "\n\n", "All is well."),
        ("index is text", """data: {"choices":[{"index":"1","delta":{"content":"OTHER"}},{"index":"0","delta":{"content":"All is well."}}]}""" + "\n\n" + Stop, "All is well."),
        ("index is missing", """data: {"choices":[{"delta":{"content":"All is well."}},{"delta":{"content":"OTHER"}}]}""" + "\n\n" + Stop, "All is well."),
        ("created is a fraction", """data: {"id":7,"created":1764547200.531,"object":null,"model":null,"choices":[{"index":0.0,"delta":{"content":"All is well."},"finish_reason":"stop","logprobs":7}]}""" + "\n\n", "All is well."),
        ("usage is odd", Piece("All is well.", "\"stop\"") + """data: {"choices":[],"usage":{"prompt_tokens":"1000","completion_tokens":2e2,"total_tokens":null,"prompt_tokens_details":null}}""" + "\n\n" + Done, "All is well."),
        ("a number is NaN", """data: {"choices":[{"index":0,"delta":{"content":"All is well."},"finish_reason":"stop"}],"score":NaN,"best":-Infinity}""" + "\n\n", "All is well."),
        ("a text has control characters", "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"All is\twell\\.\"},\"finish_reason\":\"stop\"}]}\n\n", "All is\twell."),
        ("a list ends with a comma", """data: {"choices":[{"index":0,"delta":{"content":"All is well."},"finish_reason":"stop",},],}""" + "\n\n", "All is well."),
        ("surrogates in two pieces", Delta("""{"content":"Well \ud83d"}""") + Delta("""{"content":"\ude00!"}""") + Stop, "Well 😀!"),
        ("half a surrogate is left", Delta("""{"content":"Well \ud83d"}""") + Delta("""{"content":" done"}""") + Stop, "Well \uFFFD done"),
        ("half a surrogate at the end", Delta("""{"content":"Well \ud83d"}""") + Stop + Done, "Well \uFFFD"),
        ("surrogates with thinking between", Delta("""{"content":"Well \ud83d"}""") + Delta("""{"reasoning_content":"SECRET"}""") + Delta("""{"content":"\ude00"}""") + Stop, "Well 😀"),
        ("NUL in the text", Delta("""{"content":"All is\u0000 well."}""") + Stop, "All is well."),
        ("comments and keep-alives", ": OPENROUTER PROCESSING\n\n:\n\ndata:\n\nevent: ping\ndata: {}\n\n" + Piece("All is well.") + ": ping\n" + Stop + Done, "All is well."),
        ("id and retry", "id: 1\nretry: 3000\nevent: message\n" + Piece("All is well.") + "id: 2\n" + Stop, "All is well."),
        ("no blank after the colon", (Piece("All is well.") + Stop + Done).Replace("data: ", "data:", StringComparison.Ordinal), "All is well."),
        ("CRLF", (Piece("All is well.") + Stop + Done).Replace("\n", "\r\n", StringComparison.Ordinal), "All is well."),
        ("CR", (Piece("All is well.") + Stop + Done).Replace("\n", "\r", StringComparison.Ordinal), "All is well."),
        ("no blank lines", (Piece("All is well.") + Stop + Done).Replace("\n\n", "\n", StringComparison.Ordinal), "All is well."),
        ("BOM", "\uFEFF" + Piece("All is well.") + Stop, "All is well."),
        ("JSON over several lines", "data: {\"choices\":\ndata: [{\"index\":0,\ndata: \"delta\":{\"content\":\"All is well.\"},\"finish_reason\":\"stop\"}]}\n\n", "All is well."),
        ("JSON lines", """{"choices":[{"delta":{"content":"All is "}}]}""" + "\n" + """{"choices":[{"delta":{"content":"well."},"finish_reason":"stop"}]}""" + "\n", "All is well."),
        ("reasoning before", Delta("""{"reasoning_content":"SECRET"}""") + Delta("""{"reasoning":"SECRET","reasoning_content":""}""") + Piece("All is well.") + Stop, "All is well."),
        ("reasoning in details", Delta("""{"reasoning":null,"reasoning_details":[{"type":"reasoning.text","text":"SECRET"}],"content":""}""") + Piece("All is well.") + Stop, "All is well."),
        ("refusal", Delta("""{"refusal":"I cannot "}""") + Delta("""{"refusal":"help."}""") + Stop, "I cannot help."),
        ("error is null", """data: {"error":null,"choices":[{"index":0,"delta":{"content":"All is well."},"finish_reason":"stop"}]}""" + "\n\n", "All is well."),
        ("message repeated at the end", Piece("All is well.") + """data: {"choices":[{"index":0,"message":{"role":"assistant","content":"All is well."},"finish_reason":"stop"}]}""" + "\n\n" + Done, "All is well."),
        ("after done", Piece("All is well.") + Stop + Done + Piece("OTHER"), "All is well."),
    ];

    /// <summary>Bodies that are one JSON text, though a stream was asked for.</summary>
    private static readonly (string Name, string Body)[] s_whole =
    [
        ("whole", """{"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"All is well."},"finish_reason":"stop"}],"usage":{"prompt_tokens":1000,"completion_tokens":200}}"""),
        ("whole without an ending", """{"choices":[{"message":{"content":"All is well."},"finish_reason":null}]}"""),
        ("whole on many lines", "{\n  \"choices\": [\n    {\n      \"message\": {\n        \"content\": \"All is well.\"\n      },\n\n      \"finish_reason\": \"stop\"\n    }\n  ]\n}\n"),
        ("whole with parts", """{"choices":[{"message":{"content":[{"type":"thinking","thinking":"SECRET"},{"type":"text","text":"All is well."}]},"finish_reason":"eos"}]}"""),
    ];

    public static IEnumerable<(string Name, string Events, string Text)> All => s_all;

    public static IEnumerable<(string Name, string Body)> Whole => s_whole;

    public static string Delta(string delta) => $$"""data: {"choices":[{"index":0,"delta":{{delta}},"finish_reason":null}]}""" + "\n\n";

    public static string Piece(string text, string ending = "null") =>
        $$"""data: {"choices":[{"index":0,"delta":{"content":"{{text}}"},"finish_reason":{{ending}} }]}""" + "\n\n";

    /// <summary>A piece whose text is these bytes, though they may be half a character.</summary>
    public static byte[] Piece(ReadOnlySpan<byte> text) =>
        [.. Encoding.UTF8.GetBytes("""data: {"choices":[{"index":0,"delta":{"content":" """.TrimEnd()), .. text, .. Encoding.UTF8.GetBytes("\"}}]}\n\n")];
}
