using System.Text;
using System.Text.Json;
using FlowEngine.Integrations.Wire;

namespace FlowEngine.Integrations.OpenAi;

/// <summary>Reads chat completions as services write them, streamed or whole, and writes them as OpenAI does.</summary>
internal sealed class ChatCompletionTranslator : AnswerTranslator
{
    private static readonly string[] s_thinking =
        ["reasoning_content", "reasoning", "thinking", "thought", "thoughts", "reasoning_details", "thinking_blocks"];

    private readonly WireText _text = new();
    private readonly WireText _thinking = new();
    private readonly ToolCallPieces _calls = new();
    private readonly TokenCounts _usage = new();
    private string? _model;
    private string? _ending;
    private bool _hasDeltas;
    private bool _isWhole;
    private bool _isRefused;

    public override void End()
    {
        // A plain body is whole where its JSON is; it was read, so it is.
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

        _model = root.Member("model").Word() ?? _model;
        var choice = Choice(root);
        var counted = _usage.Read(root.Member("usage") ?? choice.Member("usage") ?? root.Member("x_groq").Member("usage"));
        var ending = choice.Member("finish_reason", "finishReason", "done_reason") is { } reason ? Ending(reason) : null;
        if (choice is { } first)
        {
            _isWhole |= wire.IsBody && first.Member("delta") is null && first.Member("message", "text") is not null;
            ReadDelta(first);
        }

        _ending = ending ?? _ending;
        Write(ending is not null, isLast: false, counted);
    }

    protected override void ReadWord(in WireEvent wire)
    {
        var word = Encoding.UTF8.GetString(wire.Data.Span).Trim(' ', '\t', '\n', '[', ']', '"');
        if (word.Equals("DONE", StringComparison.OrdinalIgnoreCase))
        {
            Finish();
            IsOver = true;
            return;
        }

        base.ReadWord(wire);
    }

    protected override void WriteLife() => ChatChunkWriter.Write(Output, new ChatChunk(_model));

    /// <summary>The first answer: a service may send several, piece by piece in turns, though it was asked for one.</summary>
    private static JsonElement? Choice(JsonElement root)
    {
        if (root.Member("choices") is not { } choices)
        {
            return root.Member("message") is { ValueKind: JsonValueKind.Object } || root.Member("delta") is not null ? root : null;
        }

        var place = 0;
        foreach (var choice in ((JsonElement?)choices).Elements())
        {
            if (choice.ValueKind == JsonValueKind.Object && (choice.Member("index").Count() ?? place) == 0)
            {
                return choice;
            }

            place++;
        }

        return null;
    }

    private static string? Ending(JsonElement reason) => reason.ValueKind switch
    {
        JsonValueKind.String => ((JsonElement?)reason).Word() is { Length: > 0 } word && word is not ("null" or "None") ? AnswerEnding.Of(word) : null,
        JsonValueKind.Object => AnswerEnding.Of(reason.Member("type", "reason").Word() ?? ""),
        JsonValueKind.True => AnswerEnding.Stop,
        _ => null,
    };

    private void ReadDelta(JsonElement choice)
    {
        var delta = choice.Member("delta");
        _hasDeltas |= delta is not null;
        var message = delta ?? (_hasDeltas ? null : choice.Member("message"));
        ContentParts.Read(message is { ValueKind: JsonValueKind.Object } ? message.Member("content") : message, _text, _thinking, Refuse);
        if (message is null)
        {
            ContentParts.Read(choice.Member("text"), _text, _thinking);
            return;
        }

        ContentParts.Read(Thinking(message.Value), _thinking, _thinking);
        if (message.Member("refusal") is { } refusal)
        {
            Refuse(refusal);
        }

        foreach (var call in message.Member("tool_calls").Elements())
        {
            _calls.Add(call);
        }

        if (message.Member("function_call") is { } only)
        {
            _calls.Add(only, index: 0);
        }
    }

    /// <summary>Services write the same thinking under several names at once: the first that holds any counts.</summary>
    private static JsonElement? Thinking(JsonElement message)
    {
        foreach (var name in s_thinking)
        {
            if (message.Member(name) is { } member && !(member.ValueKind == JsonValueKind.String && member.ValueEquals("")))
            {
                return member;
            }
        }

        return null;
    }

    private void Refuse(JsonElement refusal)
    {
        _isRefused = true;
        ContentParts.Read(refusal, _text, _thinking);
    }

    private void Finish()
    {
        _ending ??= AnswerEnding.Stop;
        Write(ends: true, isLast: true, counted: false);
    }

    private void Write(bool ends, bool isLast, bool counted) => ChatChunkWriter.Write(Output, new ChatChunk(_model)
    {
        Text = isLast ? _text.TakeRest() : _text.Take(),
        Thinking = isLast ? _thinking.TakeRest() : _thinking.Take(),
        Ending = !ends ? null : _isRefused ? AnswerEnding.Refusal : _ending,
        Calls = ends ? _calls.Take() : [],
        Usage = counted && _usage.IsKnown ? _usage : null,
    });
}
