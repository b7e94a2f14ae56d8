using FlowEngine.Architecture.Tests.Sources;

namespace FlowEngine.Architecture.Tests.Rules;

[Collection(SourceTreeCollection.Name)]
public sealed class NamespaceTests(SourceTree sources)
{
    [Fact]
    public void Namespace_OfEveryFile_IsItsFolder() =>
        Breaches.None(sources.Files
            .Where(file => file.Namespace is { } found && found != Expected(file))
            .Select(file => $"{file.Path}: {file.Namespace} instead of {Expected(file)}"));

    private static string Expected(SourceFile file)
    {
        var project = file.Project == "FlowEngine" ? "FlowEngine" : $"FlowEngine.{file.Project}";
        return file.Folder.Length == 0 ? project : $"{project}.{file.Folder.Replace('/', '.')}";
    }
}
