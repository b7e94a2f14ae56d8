using System.Text.RegularExpressions;

namespace FlowEngine.Api.Bodies;

/// <summary>JSON pointers for the paths of System.Text.Json: <c>$.history[0].content</c> is <c>/history/0/content</c>.</summary>
internal static partial class BodyPointer
{
    public static string Of(string? path) =>
        string.Concat(Part().Matches(path ?? "").Select(part => $"/{BodyMembers.Escaped(part.Groups["name"].Value)}"));

    [GeneratedRegex(@"\.(?<name>[^.\[]+)|\[(?<name>[0-9]+)\]|\['(?<name>.*?)'\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();
}
