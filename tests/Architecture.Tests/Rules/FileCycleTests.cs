using FlowEngine.Architecture.Tests.Sources;

namespace FlowEngine.Architecture.Tests.Rules;

[Collection(SourceTreeCollection.Name)]
public sealed class FileCycleTests(SourceTree sources)
{
    [Fact]
    public void Files_OfEveryProject_ReferInNoCircle() => Breaches.None(CyclesOf(sources.Files, sources.References));

    [Fact]
    public void Files_ThatReferToEachOther_AreNamed()
    {
        SourceFile[] files =
        [
            new("src/P/A.cs", "P", "namespace P; class A { B? b; }"),
            new("src/P/B.cs", "P", "namespace P; class B { int C() => default(Inner.C).I; }"),
            new("src/P/Inner/C.cs", "P", "namespace P.Inner; struct C { public int I; string S() => nameof(A); }"),
            new("src/P/D.cs", "P", "namespace P; /* A */ class D { string A => \"B\"; }"),
        ];

        var cycle = Assert.Single(CyclesOf(files, FileReferences.Of(files, SourceTree.Bind(files))));

        Assert.Contains("src/P/A.cs -> src/P/B.cs -> src/P/Inner/C.cs", cycle + cycle, StringComparison.Ordinal);
        Assert.DoesNotContain("D.cs", cycle, StringComparison.Ordinal);
    }

    private static IEnumerable<string> CyclesOf(IEnumerable<SourceFile> files, FileReferences references)
    {
        IEnumerable<SourceFile> Within(SourceFile file) => references.Of(file).Where(target => target.Project == file.Project);
        return Cycles<SourceFile>.Among(files, Within)
            .Select(knot => (knot.Count, Way: Cycles<SourceFile>.ShortestWithin(knot, Within)))
            .Select(knot => $"{knot.Count} files: {string.Join(" -> ", knot.Way.Select(file => file.Path))}");
    }
}
