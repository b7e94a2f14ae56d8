using FlowEngine.Architecture.Tests.Sources;

namespace FlowEngine.Architecture.Tests.Rules;

[Collection(SourceTreeCollection.Name)]
public sealed class ProjectArrowTests(SourceTree sources)
{
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["FlowEngine"] = [],
        ["Nodes"] = ["FlowEngine"],
        ["LegacyAssistant"] = ["FlowEngine"],
        ["Integrations"] = ["FlowEngine"],
        ["Comparing"] = ["FlowEngine"],
        ["Chat"] = ["FlowEngine"],
        ["Storage"] = ["Chat"],
        ["Storage.MySql"] = ["Storage"],
        ["Storage.PostgreSql"] = ["Storage"],
        ["Storage.Sqlite"] = ["Storage"],
        ["ParallelRuns"] = ["Chat", "Comparing", "Integrations", "Storage"],
        ["Moving"] = ["Chat", "Nodes", "Storage"],
        ["Hosting"] =
            ["Chat", "Comparing", "FlowEngine", "Integrations", "LegacyAssistant", "Moving", "Nodes", "ParallelRuns", "Storage", "Storage.MySql", "Storage.PostgreSql", "Storage.Sqlite"],
        ["Api"] = ["Hosting"],
        ["Cli"] = ["Api"],
    };

    [Fact]
    public void Projects_OfSrc_AreThoseWithKnownArrows() =>
        Assert.Equal(Arrows.Keys.Order(StringComparer.Ordinal), sources.Projects.Select(project => project.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void ProjectReferences_OfEveryProject_AreTheArrows() =>
        Breaches.None(sources.Projects
            .Where(project => Arrows.ContainsKey(project.Name))
            .Select(project => (project.Name, Found: Listed(project.ProjectReferences), Expected: Listed(Arrows[project.Name])))
            .Where(project => project.Found != project.Expected)
            .Select(project => $"{project.Name} refers to [{project.Found}] instead of [{project.Expected}]"));

    [Fact]
    public void Packages_OfEngine_AreAbstractionsAndNumberingPlans() =>
        Assert.Equal(
            "Microsoft.Extensions.AI.Abstractions, Microsoft.Extensions.DependencyInjection.Abstractions, Microsoft.Extensions.Logging.Abstractions, libphonenumber-csharp",
            Listed(sources.Projects.Single(project => project.Name == "FlowEngine").Packages));

    [Fact]
    public void Packages_OfInnerProjects_AreNeitherWebNorDatabase() =>
        Breaches.None(
            from project in sources.Projects
            where project.Name is "Nodes" or "LegacyAssistant" or "Integrations" or "Moving" or "Comparing" or "Chat" or "ParallelRuns"
            from package in project.Packages
            where package.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                || package.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
            select $"{project.Name} has the package {package}");

    [Fact]
    public void Packages_OfStorage_NameNoProvider() =>
        Assert.DoesNotContain(
            sources.Projects.Single(project => project.Name == "Storage").Packages,
            package => package.Contains("Sqlite", StringComparison.Ordinal) || package.Contains("Npgsql", StringComparison.Ordinal) || package.Contains("MySql", StringComparison.Ordinal));

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
