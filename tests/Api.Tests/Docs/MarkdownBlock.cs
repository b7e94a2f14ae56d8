using System.Text.RegularExpressions;

namespace FlowEngine.Api.Tests.Docs;

/// <summary>A fenced block of a page.</summary>
/// <param name="File">The name that the line before it gives, such as <c>`pizza.drawflow.json`:</c>.</param>
/// <param name="Language">Empty where the fence names none.</param>
internal sealed partial record MarkdownBlock(string? File, string Language, string Text)
{
    public static IReadOnlyList<MarkdownBlock> Read(string page) =>
    [
        .. Blocks().Matches(page.ReplaceLineEndings("\n")).Select(match => new MarkdownBlock(
            match.Groups["file"].Success ? match.Groups["file"].Value : null, match.Groups["language"].Value, match.Groups["text"].Value)),
    ];

    [GeneratedRegex(@"(?:`(?<file>[\w.-]+)`:\n\n)?^```(?<language>\w*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline, 10_000)]
    private static partial Regex Blocks();
}
