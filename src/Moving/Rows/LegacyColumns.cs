namespace FlowEngine.Moving.Rows;

/// <summary>The columns of a table as the source has them; names are compared without case.</summary>
public sealed class LegacyColumns
{
    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);

    public LegacyColumns(IEnumerable<string> names)
    {
        Names = [.. names];
        for (var i = 0; i < Names.Count; i++)
        {
            _places.TryAdd(Names[i], i);
        }
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>Negative where the source has no such column.</summary>
    public int PlaceOf(string name) => _places.TryGetValue(name, out var place) ? place : -1;
}
