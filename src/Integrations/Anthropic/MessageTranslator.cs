using System.Text.Json;
using FlowEngine.Integrations.Wire;

namespace FlowEngine.Integrations.Anthropic;

/// <summary>Reads messages as services write them, streamed or whole, and writes them as Anthropic does.</summary>
internal sealed class MessageTranslator : AnswerTranslator
{
    private readonly WireText _text = new();
    private readonly WireText _thinking = new();
    private readonly WireText _arguments = new();
    private readonly TokenCounts _usage = new();
    private readonly MessageEventWriter _writer;
    private (string Id, string Name)? _call;
    private string? _wholeArguments;
    private string? _ending;
    private bool _isWhole;

    public MessageTranslator() => _writer = new(Output);

    public override void End()
    {
        if (_ending is not null || _isWhole)
        {
            Finish();
        }
    }

    protected override void Read(JsonElement root, in WireEvent wire)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("an event is not an object");
        }

        switch (root.Member("type").Word() ?? wire.Name)
        {
            case "message_start":
                Begin(root.Member("message") ?? root);
                break;
            case "message":
                ReadWhole(root);
                break;
            case "content_block_start":
                ReadBlock(root.Member("content_block"));
                break;
            case "content_block_delta":
                ReadDelta(root.Member("delta"));
                break;
            case "content_block_stop":
                EndBlock();
                break;
            case "message_delta":
                _usage.Read(root.Member("usage"));
                ReadEnding(root.Member("delta") ?? root);
                break;
            case "message_stop":
                Finish();
                IsOver = true;
                return;
            default:
                break;
        }

        Flush();
    }

    protected override void WriteLife() => _writer.WriteLife();

    private void Begin(JsonElement message)
    {
        _usage.Read(message.Member("usage"));
        _writer.Begin(message.Member("model").Word(), _usage);
        foreach (var block in message.Member("content").Elements())
        {
            ReadBlock(block);
            EndBlock();
        }

        ReadEnding(message);
    }

    private void ReadWhole(JsonElement message)
    {
        _isWhole = true;
        Begin(message);
    }

    private void ReadEnding(JsonElement delta)
    {
        if (delta.Member("stop_reason").Word() is { Length: > 0 } reason)
        {
            _ending = AnswerEnding.Of(reason);
        }
    }

    private void ReadBlock(JsonElement? block)
    {
        if (block is { ValueKind: JsonValueKind.Object } && block.Member("type").Word() is "tool_use")
        {
            EndBlock();
            _call = (block.Member("id").Word() ?? "", block.Member("name").Word() ?? "");
            _wholeArguments = block.Member("input") is { ValueKind: JsonValueKind.Object } input && input.EnumerateObject().Any() ? input.GetRawText() : null;
            return;
        }

        ContentParts.Read(block, _text, _thinking);
    }

    private void ReadDelta(JsonElement? delta)
    {
        if (_call is not null && delta.Member("partial_json", "input") is { } piece)
        {
            if (piece.ValueKind == JsonValueKind.String)
            {
                _arguments.Add(piece);
            }
            else
            {
                _wholeArguments = piece.GetRawText();
            }

            return;
        }

        if (delta.Member("thinking") is { } thinking)
        {
            ContentParts.Read(thinking, _thinking, _thinking);
        }
        else if (delta.Member("text") is { } text)
        {
            ContentParts.Read(text, _text, _thinking);
        }
    }

    /// <summary>A call is written when it is whole.</summary>
    private void EndBlock()
    {
        if (_call is var (id, name))
        {
            Flush();
            var pieces = _arguments.TakeRest();
            _writer.WriteCall(id, name, pieces.Length > 0 ? pieces : _wholeArguments ?? "{}");
            (_call, _wholeArguments) = (null, null);
        }
    }

    private void Finish()
    {
        EndBlock();
        _writer.WriteThinking(_thinking.TakeRest());
        _writer.WriteText(_text.TakeRest());
        _writer.End(_ending ?? AnswerEnding.Stop, _usage);
    }

    private void Flush()
    {
        var (thinking, text) = (_thinking.Take(), _text.Take());
        _writer.WriteThinking(thinking);
        _writer.WriteText(text);
        if (thinking.Length == 0 && text.Length == 0)
        {
            _writer.WriteLife();
        }
    }
}
