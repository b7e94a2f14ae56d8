using FlowEngine.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowEngine.Architecture.Tests.Rules;

[Collection(SourceTreeCollection.Name)]
public sealed class BannedSyntaxTests(SourceTree sources)
{
    private static readonly HashSet<string> PlainLogCalls = new(StringComparer.Ordinal)
    {
        "LogTrace", "LogDebug", "LogInformation", "LogWarning", "LogError", "LogCritical",
    };

    [Fact]
    public void Directives_OfRegionsAndNullability_AreNotUsed() =>
        Breaches.None(
            from file in Everywhere
            from trivia in file.Root.DescendantTrivia(descendIntoTrivia: true)
            where trivia.IsKind(SyntaxKind.RegionDirectiveTrivia) || trivia.IsKind(SyntaxKind.NullableDirectiveTrivia)
            select $"{file.At(trivia)}: {trivia.ToString().Trim()}");

    [Fact]
    public void Comments_OfUnfinishedWork_AreNotLeft() =>
        Breaches.None(
            from file in Everywhere
            from trivia in file.Root.DescendantTrivia()
            let text = trivia.ToFullString()
            where UnfinishedMarks.Any(mark => text.Contains(mark, StringComparison.Ordinal))
            select $"{file.At(trivia)}: {text.Trim()}");

    [Fact]
    public void Dynamic_Anywhere_IsNotUsed() =>
        Breaches.None(
            from file in Everywhere
            from name in file.Root.DescendantNodes().OfType<IdentifierNameSyntax>()
            where name.Identifier.Text == "dynamic"
            select file.At(name));

    [Fact]
    public void AsyncVoid_Anywhere_IsNotUsed() =>
        Breaches.None(
            from file in Everywhere
            from method in file.Root.DescendantNodes().OfType<MethodDeclarationSyntax>()
            where method.Modifiers.Any(SyntaxKind.AsyncKeyword)
                && method.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }
            select $"{file.At(method)}: {method.Identifier}");

    [Fact]
    public void LogCalls_OfSrc_AreGeneratedOnes() =>
        Breaches.None(
            from file in sources.Files
            from call in file.Root.DescendantNodes().OfType<InvocationExpressionSyntax>()
            where call.Expression is MemberAccessExpressionSyntax access && PlainLogCalls.Contains(access.Name.Identifier.Text)
            select $"{file.At(call)}: {call}");

    private static readonly string[] UnfinishedMarks = ["TO" + "DO", "FIX" + "ME", "HA" + "CK"];

    private IEnumerable<SourceFile> Everywhere => sources.Files.Concat(sources.TestFiles);
}
