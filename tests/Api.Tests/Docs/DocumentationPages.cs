namespace FlowEngine.Api.Tests.Docs;

/// <summary>The pages of the repository, by their path in it.</summary>
internal static class DocumentationPages
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<string> All { get; } =
    [
        "README.md", "CONTRIBUTING.md", "SECURITY.md", "deploy/README.md",
        .. Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md").Select(page => $"docs/{Path.GetFileName(page)}").Order(StringComparer.Ordinal),
    ];

    public static string Read(string page) => File.ReadAllText(Path.Combine(Root, page));

    public static IReadOnlyList<MarkdownBlock> Blocks(string page) => MarkdownBlock.Read(Read(page));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "FlowEngine.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"No FlowEngine.sln above {AppContext.BaseDirectory}.");
        }

        return folder.FullName;
    }
}
