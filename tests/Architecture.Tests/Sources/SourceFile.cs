using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowEngine.Architecture.Tests.Sources;

/// <summary>One C# file of a project. <see cref="Path"/> is relative to the repository, with forward slashes.</summary>
internal sealed class SourceFile
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview);

    public SourceFile(string path, string project, string text)
    {
        Path = path;
        Project = project;
        Text = text;
        Tree = CSharpSyntaxTree.ParseText(text, Options, path);
    }

    public string Path { get; }

    public string Project { get; }

    public string Text { get; }

    public SyntaxTree Tree { get; }

    public CompilationUnitSyntax Root => (CompilationUnitSyntax)Tree.GetRoot();

    public int Lines => Text.AsSpan().TrimEnd('\n').Count('\n') + 1;

    /// <summary>The folders between the project's folder and the file: empty, "Text" or "Drawflow/Reading".</summary>
    public string Folder
    {
        get
        {
            var parts = Path.Split('/');
            return string.Join('/', parts[2..^1]);
        }
    }

    public string TopFolder => Folder.Split('/')[0];

    public string? Namespace => Root.Members.OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString();

    public string At(SyntaxNodeOrToken place) => $"{Path}:{LineOf(place.SpanStart)}";

    public string At(SyntaxTrivia place) => $"{Path}:{LineOf(place.SpanStart)}";

    private int LineOf(int position) => Tree.GetText().Lines.GetLineFromPosition(position).LineNumber + 1;
}
