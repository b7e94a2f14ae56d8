namespace FlowEngine.Conversations;

/// <summary>
/// The variables of one scope during one turn. What was there before the turn is never touched: the first write copies.
/// </summary>
public sealed class VariableScope
{
    private IReadOnlyDictionary<string, Value> _current;
    private Dictionary<string, Value>? _written;
    private HashSet<string>? _personal;

    /// <param name="personal">Names of the variables that are marked as personal.</param>
    public VariableScope(IReadOnlyDictionary<string, Value> before, IReadOnlyCollection<string>? personal = null)
    {
        _current = before;
        _personal = personal is { Count: > 0 } ? new(personal, StringComparer.Ordinal) : null;
    }

    public Value Get(string name) => _current.GetValueOrDefault(name);

    public bool Contains(string name) => _current.ContainsKey(name);

    /// <summary>True where the value is marked as personal.</summary>
    public bool IsPersonal(string name) => _personal is not null && _personal.Contains(name);

    /// <summary>The mark goes with the value: one that is not personal takes it away.</summary>
    public void Set(string name, Value value, bool isPersonal = false)
    {
        Written()[name] = value;
        if (isPersonal)
        {
            (_personal ??= new(StringComparer.Ordinal)).Add(name);
        }
        else
        {
            _personal?.Remove(name);
        }
    }

    public void Clear()
    {
        _current = _written = new Dictionary<string, Value>(StringComparer.Ordinal);
        _personal = null;
    }

    /// <summary>Names of the variables that are marked, in order; null where there are none.</summary>
    public IReadOnlyList<string>? Personal() => _personal is { Count: > 0 } ? [.. _personal.Order(StringComparer.Ordinal)] : null;

    /// <summary>Values that are marked as personal, or whose names say that they are.</summary>
    public IEnumerable<Value> PersonalValues(Func<string, bool> isPersonalName) =>
        _current.Where(pair => IsPersonal(pair.Key) || isPersonalName(pair.Key)).Select(pair => pair.Value);

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
