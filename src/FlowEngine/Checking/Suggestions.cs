using FlowEngine.NodeTypes;

namespace FlowEngine.Checking;

/// <summary>Suggests the name that a misspelt one was meant to be. Bounded per check, because each is compared with all known names.</summary>
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
