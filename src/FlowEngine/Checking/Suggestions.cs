using FlowEngine.NodeTypes;

namespace FlowEngine.Checking;

/// <summary>Finds what misspelt names were meant to be, for as many as are worth it: each is compared with all that there are.</summary>
internal sealed class Suggestions
{
    private const int Comparisons = 200_000;

    private int _left = Comparisons;

    public string? Nearest(string name, IReadOnlyCollection<string> known)
    {
        _left -= Math.Min(_left, known.Count);
        return _left > 0 ? Spelling.Nearest(name, known.Where(other => other != name)) : null;
    }
}
