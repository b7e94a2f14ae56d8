namespace FlowEngine.Conversations;

/// <summary>One limit; what is null or not above zero is none.</summary>
public static class Limit
{
    /// <summary>Null where neither is one.</summary>
    public static T? Smaller<T>(T? one, T? other)
        where T : struct, IComparable<T>
    {
        var (first, second) = (Set(one), Set(other));
        return first is not { } left ? second : second is not { } right || left.CompareTo(right) < 0 ? left : right;
    }

    private static T? Set<T>(T? limit)
        where T : struct, IComparable<T> => limit is { } set && set.CompareTo(default) > 0 ? limit : null;
}
