using System.Xml.Linq;

namespace FlowEngine.Architecture.Tests.Sources;

internal sealed record SourceProject(
    string Name,
    IReadOnlyList<string> ProjectReferences,
    IReadOnlyList<string> Packages,
    IReadOnlyList<SourceFile> Files)
{
    /// <param name="root">The repository's folder.</param>
    /// <param name="area">"src" or "tests".</param>
    public static IReadOnlyList<SourceProject> ReadAll(string root, string area) =>
        [.. Directory.EnumerateFiles(Path.Combine(root, area), "*.csproj", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => Read(root, path))];

    private static SourceProject Read(string root, string projectPath)
    {
        var name = Path.GetFileNameWithoutExtension(projectPath);
        var xml = XDocument.Load(projectPath);
        var folder = Path.GetDirectoryName(projectPath)!;
        var files = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(path => (Full: path, Relative: Path.GetRelativePath(root, path).Replace('\\', '/')))
            .Where(path => !IsBuildOutput(path.Relative))
            .OrderBy(path => path.Relative, StringComparer.Ordinal)
            .Select(path => new SourceFile(path.Relative, name, File.ReadAllText(path.Full)));
        return new SourceProject(
            name,
            [.. Included(xml, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))],
            [.. Included(xml, "PackageReference")],
            [.. files]);
    }

    private static IEnumerable<string> Included(XDocument xml, string element) =>
        xml.Descendants(element).Select(item => (string?)item.Attribute("Include")).OfType<string>();

    private static bool IsBuildOutput(string path) =>
        path.Contains("/bin/", StringComparison.Ordinal) || path.Contains("/obj/", StringComparison.Ordinal);
}
