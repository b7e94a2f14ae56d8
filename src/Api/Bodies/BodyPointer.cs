using System.Text.RegularExpressions;

namespace FlowEngine.Api.Bodies;

/// <summary>JSON pointers.</summary>
internal static partial class BodyPointer
{
    /// <summary>Of the paths of System.Text.Json: <c>$.history[0].content</c> is <c>/history/0/content</c>.</summary>
    public static string Of(string? path) =>
        string.Concat(Part().Matches(path ?? "").Select(part => $"/{Escaped(part.Groups["name"].Value)}"));

    public static string Escaped(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    [GeneratedRegex(@"\.(?<name>[^.\[]+)|\[(?<name>[0-9]+)\]|\['(?<name>.*?)'\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();
}
