using FlowEngine.Architecture.Tests.Sources;

namespace FlowEngine.Architecture.Tests.Rules;

[Collection(SourceTreeCollection.Name)]
public sealed class FolderOrderTests(SourceTree sources)
{
    private static readonly string[] ReadingOrder =
        ["Conversations", "Text", "NodeTypes", "Drawflow", "Checking", "Compiling", "Running", "Testing"];

    [Fact]
    public void Folders_OfEngine_AreThoseOfTheReadingOrder() =>
        Breaches.None(sources.FilesOf("FlowEngine")
            .Select(file => file.TopFolder)
            .Distinct(StringComparer.Ordinal)
            .Where(folder => folder.Length > 0 && !ReadingOrder.Contains(folder, StringComparer.Ordinal)));

    [Fact]
    public void Files_OfEngine_UseOnlyTheirFolderAndEarlierOnes() =>
        Breaches.None(
            from file in sources.FilesOf("FlowEngine")
            where file.TopFolder.Length > 0
            from target in sources.References.Of(file)
            where Position(target) > Position(file)
            select $"{file.Path} uses {target.Path}");

    [Fact]
    public void LegacyAssistant_OfEngine_UsesOnlyConversationsAndText() =>
        Breaches.None(
            from file in sources.FilesOf("LegacyAssistant")
            from target in sources.References.Of(file)
            where target.Project == "FlowEngine" && target.TopFolder is not ("Conversations" or "Text")
            select $"{file.Path} uses {target.Path}");

    private static int Position(SourceFile file) => Array.IndexOf(ReadingOrder, file.TopFolder);
}
