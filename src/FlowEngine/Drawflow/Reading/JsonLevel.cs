namespace FlowEngine.Drawflow.Reading;

/// <summary>Where a scan stands within one object or array.</summary>
internal sealed class JsonLevel(bool isObject)
{
    private readonly HashSet<string>? _names = isObject ? new(StringComparer.Ordinal) : null;

    public bool IsArray => _names is null;

    public string Name { get; private set; } = string.Empty;

    public int Index { get; set; } = -1;

    /// <summary>False where the object had the name before.</summary>
    public bool Enter(string name)
    {
        Name = name;
        return _names!.Add(name);
    }

    public string Pointer(string parent) =>
        IsArray ? JsonPointer.Append(parent, Math.Max(Index, 0)) : JsonPointer.Append(parent, Name);
}
