using FlowEngine.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowEngine.Architecture.Tests.Rules;

/// <summary>The order that <c>dotnet format style</c> gives usings. It would load every project to say so.</summary>
[Collection(SourceTreeCollection.Name)]
public sealed class UsingOrderTests(SourceTree sources)
{
    [Fact]
    public void Usings_OfEachFile_AreSorted() =>
        Breaches.None(
            from file in sources.Files.Concat(sources.TestFiles)
            from fault in Faults(file)
            select fault);

    [Theory]
    [InlineData("using System.Text;\nusing System;", false)]
    [InlineData("using Xunit;\nusing System;", false)]
    [InlineData("using Npgsql;\nusing FlowEngine.Text;", false)]
    [InlineData("using static System.Math;\nusing Xunit;", false)]
    [InlineData("using A = System.Action;\nusing Xunit;", false)]
    [InlineData("using System;\nusing System.Text;\nusing FlowEngine;\nusing FlowEngine.Text;\nusing Xunit;\nusing static System.Math;\nusing A = System.Action;", true)]
    public void Usings_OfAText_AreJudged(string text, bool areSorted) =>
        Assert.Equal(areSorted, !Faults(new SourceFile("src/A/B.cs", "A", text)).Any());

    private static IEnumerable<string> Faults(SourceFile file) =>
        from pair in file.Root.Usings.Zip(file.Root.Usings.Skip(1))
        where Compare(pair.First, pair.Second) > 0
        select $"{file.At(pair.Second)}: {pair.Second} belongs before {pair.First}";

    private static int Compare(UsingDirectiveSyntax left, UsingDirectiveSyntax right) =>
        (Rank(left), Rank(right)) is var (first, second) && first != second ? first.CompareTo(second) : CompareNames(Names(left), Names(right));

    private static int CompareNames(string[] left, string[] right)
    {
        var different = left.Zip(right).Select(pair => string.Compare(pair.First, pair.Second, StringComparison.OrdinalIgnoreCase)).FirstOrDefault(order => order != 0);
        return different != 0 ? different : left.Length.CompareTo(right.Length);
    }

    /// <summary>Namespaces of the framework, other namespaces, static classes, aliases.</summary>
    private static int Rank(UsingDirectiveSyntax directive) =>
        directive.Alias is not null ? 3
        : directive.StaticKeyword.IsKind(SyntaxKind.StaticKeyword) ? 2
        : Names(directive)[0] == "System" ? 0
        : 1;

    private static string[] Names(UsingDirectiveSyntax directive) =>
        (directive.Alias?.Name.ToString() ?? directive.NamespaceOrType.ToString()).Split('.');
}
