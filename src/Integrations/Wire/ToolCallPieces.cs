using System.Text.Json;

namespace FlowEngine.Integrations.Wire;

/// <summary>Puts the tool calls of one answer together from the pieces that are streamed, whatever these lack.</summary>
internal sealed class ToolCallPieces
{
    private readonly List<Call> _calls = [];

    /// <param name="piece">A call or a part of one: <c>{index?, id?, function: {name?, arguments?}}</c>, also without the inner object.</param>
    /// <param name="index">Where the piece has none.</param>
    public void Add(JsonElement piece, int? index = null)
    {
        if (piece.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var function = piece.Member("function") is { ValueKind: JsonValueKind.Object } inner ? inner : piece;
        var id = piece.Member("id", "call_id", "tool_call_id") is { } given ? ((JsonElement?)given).Word() ?? given.GetRawText() : null;
        var name = function.Member("name").Word();
        var call = Find(piece.Member("index").Count() ?? index, id, name);
        call.Id = call.Id is { Length: > 0 } ? call.Id : id;
        call.Name = call.Name is { Length: > 0 } ? call.Name : name;
        call.Add(function.Member("arguments", "parameters", "input"));
    }

    /// <summary>The calls, whole or not; none are left.</summary>
    public IReadOnlyList<(string Id, string Name, string Arguments)> Take()
    {
        IReadOnlyList<(string, string, string)> taken = [.. _calls.Select(call => (call.Id ?? "", call.Name ?? "", call.Arguments))];
        _calls.Clear();
        return taken;
    }

    private Call Find(int? index, string? id, string? name)
    {
        var known = index is not null ? _calls.FindLast(call => call.Index == index)
            : _calls.FindLast(call => id is { Length: > 0 } && call.Id == id) ?? (name is { Length: > 0 } ? null : _calls.LastOrDefault());

        // Some services give every call of an answer the same index, but each its own id.
        if (known is not null && !(id is { Length: > 0 } && known.Id is { Length: > 0 } && id != known.Id && name is { Length: > 0 }))
        {
            return known;
        }

        var added = new Call(index);
        _calls.Add(added);
        return added;
    }

    private sealed class Call(int? index)
    {
        private readonly WireText _pieces = new();
        private string? _whole;

        public int? Index => index;

        public string? Id { get; set; }

        public string? Name { get; set; }

        public string Arguments => _whole ?? _pieces.TakeRest();

        public void Add(JsonElement? arguments)
        {
            switch (arguments)
            {
                case { ValueKind: JsonValueKind.String } piece:
                    _pieces.Add(piece);
                    break;
                case { ValueKind: JsonValueKind.Object } whole:
                    var text = whole.GetRawText();
                    _whole = text.Length > 2 || _whole is null ? text : _whole;
                    break;
            }
        }
    }
}
