using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowEngine.Architecture.Tests.Sources;

/// <summary>
/// The sources under src and tests, read once for all tests. Those of src are bound together without their packages:
/// our own names resolve as the compiler resolves them, foreign ones stay unknown.
/// </summary>
public sealed class SourceTree
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private readonly Lazy<FileReferences> _references;

    public SourceTree()
    {
        Root = RepositoryRoot.Find();
        Projects = SourceProject.ReadAll(Root, "src");
        TestProjects = SourceProject.ReadAll(Root, "tests");
        Compilation = Bind(Files);
        _references = new Lazy<FileReferences>(() => FileReferences.Of(Files, Compilation));
    }

    internal string Root { get; }

    internal IReadOnlyList<SourceProject> Projects { get; }

    internal IReadOnlyList<SourceProject> TestProjects { get; }

    internal CSharpCompilation Compilation { get; }

    internal FileReferences References => _references.Value;

    internal IEnumerable<SourceFile> Files => Projects.SelectMany(project => project.Files);

    internal IEnumerable<SourceFile> TestFiles => TestProjects.SelectMany(project => project.Files);

    internal IEnumerable<SourceFile> FilesOf(params string[] projects) =>
        Files.Where(file => projects.Contains(file.Project, StringComparer.Ordinal));

    internal static CSharpCompilation Bind(IEnumerable<SourceFile> files)
    {
        var libraries = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        var trees = files.Select(file => file.Tree)
            .Append(CSharpSyntaxTree.ParseText(ImplicitUsings, new CSharpParseOptions(LanguageVersion.Preview)));
        return CSharpCompilation.Create(
            "sources",
            trees,
            libraries,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
    }
}
