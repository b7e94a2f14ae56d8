using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Docs;

/// <summary>Every command of every page does what the page says, from a clean database on.</summary>
public sealed class DocumentedCommandTests
{
    /// <summary>What a page takes for granted.</summary>
    private static readonly Dictionary<string, string> s_before = new(StringComparer.Ordinal)
    {
        ["docs/operations.md"] = """
            dotnet run --project src/Cli -- migrate up
            dotnet run --project src/Cli -- tenant create legacy-1
            dotnet run --project src/Cli -- tenant deactivate legacy-1
            """,
        ["docs/importing.md"] = """cp "$ROOT/tests/FlowEngine.Tests/Drawflow/Importing/legacy/last-generation.json" flow.json""",
        ["deploy/README.md"] = "dotnet run --project src/Cli -- migrate up",
    };

    /// <summary>Pages whose commands end with another exit code, as they say: a generated legacy database has faults that the import names.</summary>
    private static readonly Dictionary<string, int> s_exitCodes = new(StringComparer.Ordinal) { ["docs/moving.md"] = 1 };

    public static TheoryData<string> Pages =>
        [.. DocumentationPages.All.Where(page => DocumentationPages.Blocks(page).Any(block => block.Language == "sh"))];

    [LinuxTheory]
    [MemberData(nameof(Pages))]
    public async Task Commands_OfAPage_DoWhatItSays(string page)
    {
        await using var session = new PageSession();
        if (s_before.TryGetValue(page, out var before))
        {
            var (exitCode, output) = await session.RunAsync(before);
            Assert.True(exitCode == 0, output);
        }

        var (last, said) = (0, "");
        foreach (var block in DocumentationPages.Blocks(page))
        {
            if (block.File is { } file)
            {
                session.Write(file, block.Text);
            }
            else if (block.Language == "sh")
            {
                Assert.True(last == 0, $"{page}: {last}\n{said}");
                (last, said) = await session.RunAsync(block.Text);
            }
            else if (block.Language == "text")
            {
                Assert.All(block.Text.TrimEnd().Split('\n'), line => AssertSaid(said, line));
            }
        }

        Assert.True(last == s_exitCodes.GetValueOrDefault(page), $"{page}: {last}\n{said}");
    }

    /// <param name="line">An ellipsis stands for anything.</param>
    private static void AssertSaid(string output, string line) =>
        Assert.Contains(output.Split('\n'), said =>
        {
            var at = 0;
            return line.Split("...").All(part => (at = said.IndexOf(part, at, StringComparison.Ordinal)) >= 0);
        });
}
