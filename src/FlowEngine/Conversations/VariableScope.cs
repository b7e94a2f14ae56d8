namespace FlowEngine.Conversations;

/// <summary>
/// The variables of one scope during one turn. What was there before the turn is never touched: the first write copies.
/// </summary>
public sealed class VariableScope
{
    private IReadOnlyDictionary<string, Value> _current;
    private Dictionary<string, Value>? _written;

    public VariableScope(IReadOnlyDictionary<string, Value> before) => _current = before;

    public bool IsChanged => _written is not null;

    public Value Get(string name) => _current.GetValueOrDefault(name);

    public bool Contains(string name) => _current.ContainsKey(name);

    public void Set(string name, Value value) => Written()[name] = value;

    public void Clear() => _current = _written = new Dictionary<string, Value>(StringComparer.Ordinal);

    /// <summary>The variables now; the scope must not be written to afterwards.</summary>
    public IReadOnlyDictionary<string, Value> Snapshot() => _current;

    private Dictionary<string, Value> Written()
    {
        if (_written is null)
        {
            _written = new Dictionary<string, Value>(_current, StringComparer.Ordinal);
            _current = _written;
        }

        return _written;
    }
}
