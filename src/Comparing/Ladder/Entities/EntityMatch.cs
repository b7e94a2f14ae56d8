namespace FlowEngine.Comparing.Ladder.Entities;

/// <summary>Whether two keys are the same fact: a date without its year is that of any year.</summary>
internal static class EntityMatch
{
    private const int YearLength = 5;

    public static bool Are(string kind, string left, string right) =>
        left == right
        || (kind == EntityKinds.Dates && left.Length != right.Length && (IsWithoutYear(left, right) || IsWithoutYear(right, left)));

    private static bool IsWithoutYear(string shorter, string longer) =>
        shorter.Length == YearLength && shorter[2] == '-' && longer.Length == shorter.Length + YearLength
        && longer.EndsWith(shorter, StringComparison.Ordinal);
}
