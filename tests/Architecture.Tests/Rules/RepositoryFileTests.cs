using System.Text.Json;
using System.Text.RegularExpressions;
using FlowEngine.Architecture.Tests.Sources;
using YamlDotNet.RepresentationModel;

namespace FlowEngine.Architecture.Tests.Rules;

/// <summary>Files for Docker and GitHub, which nothing here runs: they can be read, and what they name is there.</summary>
[Collection(SourceTreeCollection.Name)]
public sealed partial class RepositoryFileTests(SourceTree sources)
{
    [Fact]
    public void Yaml_OfTheRepository_CanBeRead() =>
        Breaches.None(
            from file in Files(".github", "*.yml").Concat(Files("deploy", "*.yaml"))
            let fault = FaultOf(file)
            where fault is not null
            select $"{file}: {fault}");

    [Fact]
    public void Workflows_RunScripts_ThatAreThereAndExecutable() =>
        Breaches.None(
            from file in Files(".github/workflows", "*.yml")
            from run in Scalars(Read(file), "run")
            from script in Scripts().Matches(run).Select(match => match.Value)
            let path = Path.Combine(sources.Root, script)
            where !File.Exists(path) || (!OperatingSystem.IsWindows() && !File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute))
            select $"{file}: {script}");

    [Fact]
    public void Dependabot_Directories_AreThere() =>
        Breaches.None(
            from directory in Scalars(Read(Path.Combine(sources.Root, ".github/dependabot.yml")), "directory")
            where !Directory.Exists(Path.Combine(sources.Root, directory.TrimStart('/')))
            select directory);

    [Fact]
    public void Compose_Builds_FromADockerfileThatIsThere() =>
        Breaches.None(
            from file in Files("deploy", "compose*.yaml")
            let build = Read(file)
            from context in Scalars(build, "context")
            from dockerfile in Scalars(build, "dockerfile")
            where !File.Exists(Path.Combine(Path.GetDirectoryName(file)!, context, dockerfile))
            select $"{file}: {context} {dockerfile}");

    [Fact]
    public void Compose_Services_AreReadOnlyAndWithoutPrivileges() =>
        Breaches.None(
            from file in Files("deploy", "compose*.yaml")
            let text = File.ReadAllText(file)
            from needed in (string[])["read_only: true", "cap_drop:", "no-new-privileges:true", "stop_grace_period: 45s"]
            where !text.Contains(needed, StringComparison.Ordinal)
            select $"{file}: {needed}");

    [Fact]
    public void Dockerfile_Paths_AreThereAndTheProgramIsTheCommandLine()
    {
        var text = File.ReadAllText(Path.Combine(sources.Root, "deploy/Dockerfile"));

        Assert.True(File.Exists(Path.Combine(sources.Root, Published().Match(text).Groups[1].Value)));
        Assert.Contains("""ENTRYPOINT ["dotnet", "FlowEngine.Cli.dll"]""", text, StringComparison.Ordinal);
        Assert.Contains("USER app", text, StringComparison.Ordinal);
        Assert.All(
            Copied().Matches(text).Select(match => match.Groups[1].Value),
            path => Assert.True(File.Exists(Path.Combine(sources.Root, path)), path));
    }

    [Fact]
    public void DevContainer_Commands_NameFilesThatAreThere()
    {
        using var container = JsonDocument.Parse(File.ReadAllText(Path.Combine(sources.Root, ".devcontainer/devcontainer.json")));
        using var tools = JsonDocument.Parse(File.ReadAllText(Path.Combine(sources.Root, ".config/dotnet-tools.json")));

        Assert.StartsWith("dotnet restore FlowEngine.sln", container.RootElement.GetProperty("updateContentCommand").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(tools.RootElement.GetProperty("tools").EnumerateObject());
    }

    [Fact]
    public void MutationTesting_Projects_AreThere()
    {
        foreach (var file in Files("eng/mutation", "*.json"))
        {
            using var config = JsonDocument.Parse(File.ReadAllText(file));
            var project = config.RootElement.GetProperty("stryker-config");
            var name = Path.GetFileNameWithoutExtension(project.GetProperty("project").GetString()!);
            var folder = Path.Combine(sources.Root, "src", name);

            Assert.True(File.Exists(Path.Combine(folder, $"{name}.csproj")), file);
            Assert.All(
                project.GetProperty("test-projects").EnumerateArray(),
                tests => Assert.True(File.Exists(Path.Combine(folder, tests.GetString()!)), $"{file}: {tests}"));
            Assert.All(
                project.GetProperty("mutate").EnumerateArray().Select(pattern => pattern.GetString()!.Split("**")[0]),
                below => Assert.True(Directory.Exists(Path.Combine(folder, below)), $"{file}: {below}"));
        }
    }

    private IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(sources.Root, folder), pattern, SearchOption.AllDirectories);

    private static YamlNode Read(string file)
    {
        using var reader = new StreamReader(file);
        var yaml = new YamlStream();
        yaml.Load(reader);
        return yaml.Documents.Single().RootNode;
    }

    private static string? FaultOf(string file)
    {
        try
        {
            return Read(file) is YamlMappingNode ? null : "is not a mapping";
        }
        catch (YamlDotNet.Core.YamlException fault)
        {
            return fault.Message;
        }
    }

    private static IEnumerable<string> Scalars(YamlNode node, string name) =>
        from mapping in node.AllNodes.OfType<YamlMappingNode>()
        from member in mapping.Children
        where member is { Key: YamlScalarNode key, Value: YamlScalarNode } && key.Value == name
        select ((YamlScalarNode)member.Value).Value!;

    [GeneratedRegex(@"(?:\.ci|eng)/[\w.]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Scripts();

    [GeneratedRegex(@"dotnet publish (\S+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Published();

    [GeneratedRegex(@"^COPY --chmod=755 (\S+)", RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex Copied();
}
