using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowEngine.Architecture.Tests.Sources;

/// <summary>Which file names a type (or calls an extension method) that another file declares.</summary>
internal sealed class FileReferences
{
    private readonly Dictionary<SourceFile, IReadOnlySet<SourceFile>> _targets;

    private FileReferences(Dictionary<SourceFile, IReadOnlySet<SourceFile>> targets) => _targets = targets;

    public IEnumerable<SourceFile> Of(SourceFile file) => _targets[file];

    public static FileReferences Of(IEnumerable<SourceFile> files, CSharpCompilation compilation)
    {
        var all = files.ToArray();
        var byTree = all.ToDictionary(file => file.Tree);
        return new FileReferences(all
            .AsParallel()
            .Select(file => (File: file, Targets: (IReadOnlySet<SourceFile>)TargetsOf(file, compilation, byTree)))
            .ToDictionary(found => found.File, found => found.Targets));
    }

    private static HashSet<SourceFile> TargetsOf(
        SourceFile file, CSharpCompilation compilation, Dictionary<SyntaxTree, SourceFile> byTree)
    {
        var model = compilation.GetSemanticModel(file.Tree);
        var targets = new HashSet<SourceFile>();
        foreach (var name in file.Root.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (TypeNamedBy(name, model) is not { } type)
            {
                continue;
            }

            var declaring = type.DeclaringSyntaxReferences.Select(place => byTree.GetValueOrDefault(place.SyntaxTree)).OfType<SourceFile>();
            targets.UnionWith(declaring.Contains(file) ? [] : declaring);
        }

        return targets;
    }

    private static INamedTypeSymbol? TypeNamedBy(SimpleNameSyntax name, SemanticModel model)
    {
        var found = model.GetSymbolInfo(name);
        return (found.Symbol ?? (found.CandidateSymbols is [var only] ? only : null)) switch
        {
            INamedTypeSymbol type => type.OriginalDefinition,
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType.OriginalDefinition,
            IMethodSymbol { ReducedFrom: not null } extension => extension.ContainingType,
            _ => null,
        };
    }
}
