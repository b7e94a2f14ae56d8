using System.Buffers;
using System.Text.Json;
using FlowEngine.Integrations.Wire;

namespace FlowEngine.Integrations.OpenAi;

/// <param name="Model">Null where the service has not named one yet.</param>
internal sealed record ChatChunk(string? Model)
{
    public string Text { get; init; } = "";

    public string Thinking { get; init; } = "";

    /// <summary>One of <see cref="AnswerEnding"/>; null where the answer goes on.</summary>
    public string? Ending { get; init; }

    public IReadOnlyList<(string Id, string Name, string Arguments)> Calls { get; init; } = [];

    public TokenCounts? Usage { get; init; }
}

/// <summary>Writes one event of a chat completion as OpenAI does.</summary>
internal static class ChatChunkWriter
{
    /// <summary>A member of ours: an ending for which OpenAI has no word.</summary>
    public const string EndingMember = "flowengine_ending";

    public static void Write(ArrayBufferWriter<byte> output, ChatChunk chunk)
    {
        output.Write("data: "u8);
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteString("id", "chunk");
            json.WriteString("object", "chat.completion.chunk");
            json.WriteNumber("created", 0);
            json.WriteString("model", chunk.Model ?? "");
            json.WriteStartArray("choices");
            WriteChoice(json, chunk);
            json.WriteEndArray();
            WriteUsage(json, chunk.Usage);
            json.WriteEndObject();
        }

        output.Write("\n\n"u8);
    }

    private static void WriteChoice(Utf8JsonWriter json, ChatChunk chunk)
    {
        json.WriteStartObject();
        json.WriteNumber("index", 0);
        json.WriteStartObject("delta");
        if (chunk.Text.Length > 0)
        {
            json.WriteString("content", chunk.Text);
        }

        if (chunk.Thinking.Length > 0)
        {
            json.WriteString("reasoning_content", chunk.Thinking);
        }

        WriteCalls(json, chunk.Calls);
        json.WriteEndObject();
        json.WriteString("finish_reason", chunk.Ending is AnswerEnding.Refusal or AnswerEnding.Aborted ? AnswerEnding.Stop : chunk.Ending);
        if (chunk.Ending is not null)
        {
            json.WriteString(EndingMember, chunk.Ending);
        }

        json.WriteEndObject();
    }

    private static void WriteCalls(Utf8JsonWriter json, IReadOnlyList<(string Id, string Name, string Arguments)> calls)
    {
        if (calls.Count == 0)
        {
            return;
        }

        json.WriteStartArray("tool_calls");
        for (var i = 0; i < calls.Count; i++)
        {
            json.WriteStartObject();
            json.WriteNumber("index", i);
            json.WriteString("id", calls[i].Id);
            json.WriteString("type", "function");
            json.WriteStartObject("function");
            json.WriteString("name", calls[i].Name);
            json.WriteString("arguments", calls[i].Arguments);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteUsage(Utf8JsonWriter json, TokenCounts? usage)
    {
        if (usage is null)
        {
            return;
        }

        var (input, output) = (usage.Input ?? 0, usage.Output ?? 0);
        json.WriteStartObject("usage");
        json.WriteNumber("prompt_tokens", input);
        json.WriteNumber("completion_tokens", output);
        json.WriteNumber("total_tokens", (int)Math.Min(int.MaxValue, (long)input + output));
        if (usage.Cached is { } cached)
        {
            json.WriteStartObject("prompt_tokens_details");
            json.WriteNumber("cached_tokens", cached);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
