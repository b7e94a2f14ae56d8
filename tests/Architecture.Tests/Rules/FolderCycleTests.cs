using FlowEngine.Architecture.Tests.Sources;

namespace FlowEngine.Architecture.Tests.Rules;

/// <summary>
/// The folders of a project form no cycle. They are compared at every level: a folder with all that is below it against the folders beside it.
/// A folder and its own subfolders may use each other.
/// </summary>
[Collection(SourceTreeCollection.Name)]
public sealed class FolderCycleTests(SourceTree sources)
{
    [Fact]
    public void Folders_OfEveryProject_ReferInNoCircle() =>
        Breaches.None(sources.Projects.SelectMany(project => CyclesOf(project.Files, sources.References)));

    [Fact]
    public void Folders_ThatReferToEachOther_AreNamedWithTheFiles()
    {
        SourceFile[] files =
        [
            new("src/P/Root.cs", "P", "namespace P; class Root { A.One? o; }"),
            new("src/P/A/One.cs", "P", "namespace P.A; class One { B.Deep.Two? two; Root? root; }"),
            new("src/P/B/Deep/Two.cs", "P", "namespace P.B.Deep; class Two { Three? three; }"),
            new("src/P/B/Three.cs", "P", "namespace P.B; class Three { Deep.Two? two; A.One? one; }"),
            new("src/P/C/Four.cs", "P", "namespace P.C; class Four { A.One? one; }"),
        ];

        var cycle = Assert.Single(CyclesOf(files, FileReferences.Of(files, SourceTree.Bind(files))));

        Assert.Contains("src/P: A -> B -> A", cycle, StringComparison.Ordinal);
        Assert.Contains("src/P/A/One.cs uses src/P/B/Deep/Two.cs", cycle, StringComparison.Ordinal);
        Assert.Contains("src/P/B/Three.cs uses src/P/A/One.cs", cycle, StringComparison.Ordinal);
    }

    private static IEnumerable<string> CyclesOf(IReadOnlyCollection<SourceFile> files, FileReferences references)
    {
        var uses = files
            .SelectMany(file => references.Of(file).Where(target => target.Project == file.Project), (file, target) => Edge(file, target))
            .OfType<FolderUse>()
            .ToLookup(use => use.Parent, StringComparer.Ordinal);
        foreach (var level in uses.OrderBy(level => level.Key, StringComparer.Ordinal))
        {
            var next = level.ToLookup(use => use.From, use => use.To, StringComparer.Ordinal);
            foreach (var knot in Cycles<string>.Among(level.Select(use => use.From).Distinct(StringComparer.Ordinal), folder => next[folder]))
            {
                // From the same folder whatever the order of the files is.
                var ordered = knot.Order(StringComparer.Ordinal).ToList();
                var cycle = Cycles<string>.ShortestWithin(ordered, folder => next[folder].Order(StringComparer.Ordinal));
                var steps = cycle.Zip(cycle.Skip(1), (from, to) => level.Where(use => use.From == from && use.To == to).ToList());
                yield return $"src/{ProjectOf(files)}{level.Key}: {string.Join(" -> ", cycle)} ({knot.Count} folders)\n  {string.Join("\n  ", steps.SelectMany(Shown))}";
            }
        }
    }

    private static string ProjectOf(IEnumerable<SourceFile> files) => files.First().Project;

    private static IEnumerable<string> Shown(List<FolderUse> uses) => uses
        .Select(use => use.Files)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .Take(8);

    /// <summary>The two sibling folders at which the paths of the files part; null if one file stands above the other.</summary>
    private static FolderUse? Edge(SourceFile file, SourceFile target)
    {
        var from = Parts(file);
        var to = Parts(target);
        var shared = 0;
        while (shared < from.Length && shared < to.Length && from[shared] == to[shared])
        {
            shared++;
        }

        return shared == from.Length || shared == to.Length
            ? null
            : new(string.Concat(from.Take(shared).Select(part => $"/{part}")), from[shared], to[shared], $"{file.Path} uses {target.Path}");
    }

    private static string[] Parts(SourceFile file) => file.Folder.Split('/', StringSplitOptions.RemoveEmptyEntries);

    private sealed record FolderUse(string Parent, string From, string To, string Files);
}
