using System.Globalization;
using System.Numerics;

namespace FlowEngine.Storage.Database;

/// <summary>The parameters of an <c>IN</c> list.</summary>
internal static class SqlList
{
    private const int Least = 8;

    public static string Names(string prefix, int count) =>
        string.Join(", ", Enumerable.Range(0, count).Select(index => string.Create(CultureInfo.InvariantCulture, $"@{prefix}{index}")));

    public static IEnumerable<(string Name, object? Value)> Values<T>(string prefix, IEnumerable<T> values) =>
        values.Select((value, index) => (string.Create(CultureInfo.InvariantCulture, $"{prefix}{index}"), (object?)value));

    /// <summary>The list, filled up with its last value, so that lists of many lengths share few prepared statements.</summary>
    public static IReadOnlyList<T> Padded<T>(IReadOnlyList<T> values)
    {
        var length = Math.Max(Least, (int)BitOperations.RoundUpToPowerOf2((uint)values.Count));
        return [.. values, .. Enumerable.Repeat(values[^1], length - values.Count)];
    }
}
