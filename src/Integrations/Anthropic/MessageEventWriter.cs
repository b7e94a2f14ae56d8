using System.Buffers;
using System.Text;
using System.Text.Json;
using FlowEngine.Integrations.Wire;

namespace FlowEngine.Integrations.Anthropic;

/// <summary>Writes the events of one message as Anthropic does, each piece of content in a block of its kind.</summary>
internal sealed class MessageEventWriter(ArrayBufferWriter<byte> output)
{
    private const string TextBlock = "text";
    private const string ThinkingBlock = "thinking";

    private string? _block;
    private int _index = -1;
    private bool _hasBegun;
    private bool _hasEnded;

    public void Begin(string? model, TokenCounts usage)
    {
        if (_hasBegun)
        {
            return;
        }

        _hasBegun = true;
        Write("message_start", json =>
        {
            json.WriteStartObject("message");
            json.WriteString("id", "message");
            json.WriteString("type", "message");
            json.WriteString("role", "assistant");
            json.WriteString("model", model ?? "");
            json.WriteStartArray("content");
            json.WriteEndArray();
            json.WriteNull("stop_reason");
            json.WriteNull("stop_sequence");
            json.WriteStartObject("usage");
            json.WriteNumber("input_tokens", usage.Input ?? 0);
            json.WriteNumber("output_tokens", usage.Output ?? 0);
            if (usage.Cached is { } cached)
            {
                json.WriteNumber("cache_read_input_tokens", cached);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        });
    }

    public void WriteText(string text) => WritePiece(TextBlock, text);

    public void WriteThinking(string thinking) => WritePiece(ThinkingBlock, thinking);

    /// <summary>An empty piece of the block that is open.</summary>
    public void WriteLife()
    {
        if (_block is null)
        {
            Open(TextBlock);
        }

        Delta(_block!, "");
    }

    public void WriteCall(string id, string name, string arguments)
    {
        Close();
        _index++;
        Write("content_block_start", json =>
        {
            json.WriteNumber("index", _index);
            json.WriteStartObject("content_block");
            json.WriteString("type", "tool_use");
            json.WriteString("id", id);
            json.WriteString("name", name);
            json.WriteStartObject("input");
            json.WriteEndObject();
            json.WriteEndObject();
        });
        Write("content_block_delta", json =>
        {
            json.WriteNumber("index", _index);
            json.WriteStartObject("delta");
            json.WriteString("type", "input_json_delta");
            json.WriteString("partial_json", arguments);
            json.WriteEndObject();
        });
        Stop();
    }

    public void End(string ending, TokenCounts usage)
    {
        if (_hasEnded)
        {
            return;
        }

        _hasEnded = true;
        Begin(null, usage);
        Close();
        Write("message_delta", json =>
        {
            json.WriteStartObject("delta");
            json.WriteString("stop_reason", Reason(ending));
            json.WriteNull("stop_sequence");
            json.WriteEndObject();
            json.WriteStartObject("usage");
            json.WriteNumber("input_tokens", usage.Input ?? 0);
            json.WriteNumber("output_tokens", usage.Output ?? 0);
            if (usage.Cached is { } cached)
            {
                json.WriteNumber("cache_read_input_tokens", cached);
            }

            json.WriteEndObject();
        });
        Write("message_stop", _ => { });
    }

    private static string Reason(string ending) => ending switch
    {
        AnswerEnding.Length or AnswerEnding.Aborted => "max_tokens",
        AnswerEnding.Refusal or AnswerEnding.ContentFilter => "refusal",
        AnswerEnding.ToolCalls => "tool_use",
        _ => "end_turn",
    };

    private void WritePiece(string kind, string piece)
    {
        if (piece.Length == 0)
        {
            return;
        }

        if (_block != kind)
        {
            Open(kind);
        }

        Delta(kind, piece);
    }

    private void Open(string kind)
    {
        Begin(null, new TokenCounts());
        Close();
        (_block, _index) = (kind, _index + 1);
        Write("content_block_start", json =>
        {
            json.WriteNumber("index", _index);
            json.WriteStartObject("content_block");
            json.WriteString("type", kind);
            json.WriteString(kind, "");
            if (kind == ThinkingBlock)
            {
                json.WriteString("signature", "");
            }

            json.WriteEndObject();
        });
    }

    private void Delta(string kind, string piece) => Write("content_block_delta", json =>
    {
        json.WriteNumber("index", _index);
        json.WriteStartObject("delta");
        json.WriteString("type", $"{kind}_delta");
        json.WriteString(kind, piece);
        json.WriteEndObject();
    });

    private void Close()
    {
        if (_block is not null)
        {
            _block = null;
            Stop();
        }
    }

    private void Stop() => Write("content_block_stop", json => json.WriteNumber("index", _index));

    private void Write(string type, Action<Utf8JsonWriter> members)
    {
        output.Write("event: "u8);
        output.Write(Encoding.ASCII.GetBytes(type));
        output.Write("\ndata: "u8);
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            members(json);
            json.WriteEndObject();
        }

        output.Write("\n\n"u8);
    }
}
