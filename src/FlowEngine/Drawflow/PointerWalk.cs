using System.Text.Json;

namespace FlowEngine.Drawflow;

/// <summary>Follows a reader and knows the JSON pointers of values that begin, as far as they may be wanted.</summary>
/// <param name="wanted">With those of all that contains what is wanted.</param>
internal sealed class PointerWalk(IReadOnlySet<string> wanted)
{
    private readonly Stack<Level> _levels = [];
    private string? _name;
    private long _nameStart;

    /// <summary>Of the value entered last, or of its name where it has one.</summary>
    public long Start { get; private set; }

    /// <returns>The pointer where a value begins that is wanted, else null.</returns>
    public string? Enter(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                (_name, _nameStart) = (_levels.Peek().Pointer is null ? "" : reader.GetString(), reader.TokenStartIndex);
                return null;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _levels.Pop();
                return null;
        }

        var pointer = Pointer();
        Start = _name is null ? reader.TokenStartIndex : _nameStart;
        _name = null;
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            _levels.Push(new(pointer, reader.TokenType == JsonTokenType.StartArray));
        }

        return pointer;
    }

    private string? Pointer()
    {
        if (!_levels.TryPeek(out var level))
        {
            return "";
        }

        var pointer = level.Pointer is null ? null
            : level.IsArray ? JsonPointer.Append(level.Pointer, level.Count++)
            : JsonPointer.Append(level.Pointer, _name!);
        return pointer is not null && wanted.Contains(pointer) ? pointer : null;
    }

    private sealed class Level(string? pointer, bool isArray)
    {
        public string? Pointer { get; } = pointer;

        public bool IsArray { get; } = isArray;

        public int Count { get; set; }
    }
}
