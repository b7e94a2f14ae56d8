namespace FlowEngine.Checking.Symbolic;

/// <summary>A constraint on a user's message.</summary>
/// <param name="Key">Equal for equal constraints; the negation begins with <c>!</c>.</param>
/// <param name="Options">Texts of which one, contained in the message, may satisfy it.</param>
/// <param name="IsWhole">An option is the complete message.</param>
/// <param name="IsComplete">If no option satisfies it, no message does.</param>
/// <param name="Position">Where the option belongs in the message: -1 at the beginning, 1 at the end, else 0.</param>
internal sealed record MessageConstraint(
    string Key, Func<string, bool> Holds, IReadOnlyList<string> Options, bool IsWhole = false, bool IsComplete = false, int Position = 0);
