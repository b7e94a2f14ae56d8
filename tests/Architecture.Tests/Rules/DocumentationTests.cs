using System.Text.RegularExpressions;
using FlowEngine.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowEngine.Architecture.Tests.Rules;

[Collection(SourceTreeCollection.Name)]
public sealed partial class DocumentationTests(SourceTree sources)
{
    [Fact]
    public void CodeNames_InDocs_StandInTheSources()
    {
        var known = sources.Files.Concat(sources.TestFiles)
            .SelectMany(file => file.Root.DescendantTokens())
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken) || token.IsKind(SyntaxKind.StringLiteralToken))
            .Select(token => token.ValueText)
            .ToHashSet(StringComparer.Ordinal);

        Breaches.None(
            from page in Pages
            from quote in Quotes().Matches(File.ReadAllText(page))
            from name in quote.Groups[1].Value.Split('.')
            where CodeName().IsMatch(name) && !known.Contains(name)
            select $"{Path.GetRelativePath(sources.Root, page)}: `{quote.Groups[1].Value}`");
    }

    [Fact]
    public void Links_InDocs_LeadToFiles() =>
        Breaches.None(
            from page in Pages
            from link in Links().Matches(File.ReadAllText(page))
            let target = link.Groups[1].Value
            where !target.Contains("://", StringComparison.Ordinal)
            let path = Path.Combine(Path.GetDirectoryName(page)!, target)
            where !File.Exists(path) && !Directory.Exists(path)
            select $"{Path.GetRelativePath(sources.Root, page)}: {target}");

    /// <summary>What a reply, a trace or a report names by a code can be looked up.</summary>
    [Theory]
    [InlineData("FailureCodes")]
    [InlineData("MovingCodes")]
    public void Codes_OfTheSources_StandInDocs(string type)
    {
        var docs = string.Concat(Pages.Select(File.ReadAllText));
        var codes = (
            from file in sources.Files
            from declared in file.Root.DescendantNodes().OfType<ClassDeclarationSyntax>()
            where declared.Identifier.Text == type
            from text in declared.DescendantNodes().OfType<LiteralExpressionSyntax>()
            where text.IsKind(SyntaxKind.StringLiteralExpression)
            select text.Token.ValueText).ToList();

        Assert.NotEmpty(codes);
        Breaches.None(codes.Where(code => !docs.Contains($"`{code}`", StringComparison.Ordinal)));
    }

    private static readonly string[] s_rootPages =
        ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "CODE_OF_CONDUCT.md", "deploy/README.md"];

    private IEnumerable<string> Pages =>
        Directory.EnumerateFiles(Path.Combine(sources.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(sources.Root, "src", "FlowEngine"), "*.md", SearchOption.AllDirectories))
            .Concat(s_rootPages.Select(page => Path.Combine(sources.Root, page)));

    [GeneratedRegex("`([A-Za-z][A-Za-z0-9.]*)`", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Quotes();

    // At least two humps: "NodeContext", "INode"; "Bearer" and "Home" are plain words.
    [GeneratedRegex("^(?:I[A-Z][a-z]+|[A-Z][a-z0-9]+[A-Z])[A-Za-z0-9]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CodeName();

    [GeneratedRegex(@"\]\(([^)#\s]+)(?:#[^)\s]*)?\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Links();
}
