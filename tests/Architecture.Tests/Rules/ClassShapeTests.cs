using FlowEngine.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowEngine.Architecture.Tests.Rules;

[Collection(SourceTreeCollection.Name)]
public sealed class ClassShapeTests(SourceTree sources)
{
    [Fact]
    public void Classes_OfSrc_AreSealedStaticOrAbstract() =>
        Breaches.None(
            from file in sources.Files
            let model = sources.Compilation.GetSemanticModel(file.Tree)
            from type in file.Root.DescendantNodes().OfType<TypeDeclarationSyntax>()
            where type is ClassDeclarationSyntax or RecordDeclarationSyntax { RawKind: (int)SyntaxKind.RecordDeclaration }
            let symbol = model.GetDeclaredSymbol(type)!
            where !symbol.IsSealed && !symbol.IsStatic && !symbol.IsAbstract
            select $"{file.At(type)}: {symbol.Name}");

    [Fact]
    public void Interfaces_OfSrc_AreNamedWithI() =>
        Breaches.None(
            from file in sources.Files
            from type in file.Root.DescendantNodes().OfType<InterfaceDeclarationSyntax>()
            where !(type.Identifier.Text is ['I', var second, ..] && char.IsUpper(second))
            select $"{file.At(type)}: {type.Identifier.Text}");
}
