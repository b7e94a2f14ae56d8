namespace FlowEngine.Testing.Expecting;

/// <summary>Gathers what does not hold in one turn.</summary>
internal sealed class Expectations(int turn)
{
    private readonly List<FailedExpectation> _failed = [];

    public IReadOnlyList<FailedExpectation> Failed => _failed;

    /// <param name="member">Path below the turn's <c>expect</c>.</param>
    public void Fail(string member, string what, string expected, string actual) =>
        _failed.Add(new(turn, $"/turns/{turn - 1}/expect/{member}", what, expected, actual));

    public void Equal(string member, string what, string expected, string actual)
    {
        if (expected != actual)
        {
            Fail(member, what, expected, actual);
        }
    }

    public void Same(string member, string what, IReadOnlyList<string> expected, IReadOnlyList<string> actual)
    {
        if (!expected.SequenceEqual(actual, StringComparer.Ordinal))
        {
            Fail(member, what, Listed(expected), Listed(actual));
        }
    }

    public static string Listed(IEnumerable<string> items) => string.Join(" | ", items) is { Length: > 0 } text ? text : "nothing";
}
