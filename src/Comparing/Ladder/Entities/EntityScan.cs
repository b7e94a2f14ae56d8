namespace FlowEngine.Comparing.Ladder.Entities;

/// <summary>A text from which entities are taken one kind after the other; what was taken is blank for the next.</summary>
internal sealed class EntityScan(string text)
{
    private readonly char[] _left = text.ToCharArray();
    private readonly List<(int Start, int End, Entity Entity)> _placed = [];

    /// <summary>As long as the text.</summary>
    public string Left => new(_left);

    public IReadOnlyList<(int Start, int End, Entity Entity)> Placed => _placed;

    public void Take(int start, int end, string kind, string key)
    {
        _placed.Add((start, end, new Entity(kind, key)));
        Array.Fill(_left, ' ', start, end - start);
    }

    /// <summary>Blank without being an entity of its own.</summary>
    public void Drop(int start, int end) => Array.Fill(_left, ' ', start, end - start);
}
