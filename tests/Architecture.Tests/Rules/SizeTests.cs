using FlowEngine.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowEngine.Architecture.Tests.Rules;

[Collection(SourceTreeCollection.Name)]
public sealed class SizeTests(SourceTree sources)
{
    private const int LongestFile = 300;
    private const int LargestMedian = 60;
    private const int LongestMethod = 60;

    [Fact]
    public void Files_OfSrcAndTests_HaveAtMost300Lines() =>
        Breaches.None(sources.Files.Concat(sources.TestFiles)
            .Where(file => file.Lines > LongestFile)
            .Select(file => $"{file.Path}: {file.Lines} lines"));

    [Fact]
    public void Files_OfEveryProject_HaveAMedianOfAtMost60Lines() =>
        Breaches.None(sources.Projects
            .Where(project => project.Files.Count > 0)
            .Select(project => (project.Name, Median: Median(project.Files.Select(file => file.Lines))))
            .Where(project => project.Median > LargestMedian)
            .Select(project => $"{project.Name}: median {project.Median} lines"));

    [Fact]
    public void Methods_OfSrc_HaveAtMost60LinesOfCode() =>
        Breaches.None(
            from file in sources.Files
            from method in file.Root.DescendantNodes().OfType<BaseMethodDeclarationSyntax>()
            let lines = method.ToString().Split('\n').Count(line => !string.IsNullOrWhiteSpace(line))
            where lines > LongestMethod
            select $"{file.At(method)}: {lines} lines");

    private static int Median(IEnumerable<int> lines)
    {
        var sorted = lines.Order().ToArray();
        return sorted[(sorted.Length - 1) / 2];
    }
}
