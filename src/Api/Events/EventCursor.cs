using System.Globalization;

namespace FlowEngine.Api.Events;

/// <summary>
/// The id of an event in a stream: everything up to it was sent. Transactions may become visible in another order than their numbers, so it
/// names the numbers below that had not been seen yet.
/// </summary>
/// <param name="Last">The greatest number.</param>
/// <param name="Missing">Numbers below it.</param>
/// <param name="ConversationsAt">Changes of conversations until then were sent.</param>
public sealed record EventCursor(long Last, IReadOnlyList<long> Missing, DateTimeOffset ConversationsAt)
{
    private const int MostMissing = 50;

    /// <summary>Null where it is not one that a stream gave.</summary>
    public static EventCursor? Parse(string text)
    {
        var numbers = text.Split('-').Select(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToList();
        return numbers.Count is < 2 or > MostMissing + 2 || numbers.Contains(-1) || numbers[1] > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? null
            : new(numbers[0], [.. numbers.Skip(2)], DateTimeOffset.FromUnixTimeMilliseconds(numbers[1]));
    }

    public override string ToString() => string.Join(
        '-',
        Missing.TakeLast(MostMissing).Prepend(ConversationsAt.ToUnixTimeMilliseconds()).Prepend(Last)
            .Select(number => number.ToString(CultureInfo.InvariantCulture)));
}
