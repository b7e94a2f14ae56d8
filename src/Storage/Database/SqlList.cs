using System.Globalization;

namespace FlowEngine.Storage.Database;

/// <summary>The parameters of an <c>IN</c> list.</summary>
internal static class SqlList
{
    public static string Names(string prefix, int count) =>
        string.Join(", ", Enumerable.Range(0, count).Select(index => string.Create(CultureInfo.InvariantCulture, $"@{prefix}{index}")));

    public static IEnumerable<(string Name, object? Value)> Values<T>(string prefix, IEnumerable<T> values) =>
        values.Select((value, index) => (string.Create(CultureInfo.InvariantCulture, $"{prefix}{index}"), (object?)value));
}
