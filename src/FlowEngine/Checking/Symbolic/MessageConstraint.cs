namespace FlowEngine.Checking.Symbolic;

/// <summary>Something that a user's message must, or must not, be.</summary>
/// <param name="Key">The same for the same constraint; its contrary begins with <c>!</c>.</param>
/// <param name="Options">Texts of which one in the message may do.</param>
/// <param name="IsWhole">An option is a whole message.</param>
/// <param name="IsComplete">Where no option fits, nothing does.</param>
/// <param name="Position">-1 at the beginning, 1 at the end, else 0.</param>
internal sealed record MessageConstraint(
    string Key, Func<string, bool> Holds, IReadOnlyList<string> Options, bool IsWhole = false, bool IsComplete = false, int Position = 0);
