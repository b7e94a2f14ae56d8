using FlowEngine.Nodes.Tests.Harness;
using Xunit;

namespace FlowEngine.Nodes.Tests.Reference;

public sealed class NodeReferenceTests
{
    [Fact]
    public void NodeReference_OfRegistry_IsWhatDocsSay()
    {
        var path = Path.Combine(RepositoryRoot(), "docs", "nodes.md");
        var page = NodeReference.Of(new TestWorld().Registry);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(path, page);
        }

        Assert.Equal(page, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FlowEngine.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No FlowEngine.sln above the tests.");
    }
}
