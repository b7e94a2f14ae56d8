using System.Text.RegularExpressions;
using FlowEngine.Architecture.Tests.Sources;

namespace FlowEngine.Architecture.Tests.Rules;

/// <summary>
/// A code block of a page that names a file shows that file. Run with UPDATE_DOCS=1 to write the blocks anew.
/// </summary>
public sealed partial class CodeBlockTests
{
    private static readonly string s_root = RepositoryRoot.Find();

    [Fact]
    public void CodeBlocks_ThatNameAFile_ShowIt()
    {
        var breaches = new List<string>();
        foreach (var page in Directory.EnumerateFiles(Path.Combine(s_root, "docs"), "*.md", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(page);
            var shown = Blocks().Replace(text, block => Shown(block, page, breaches));
            if (shown != text && Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            {
                File.WriteAllText(page, shown);
            }
            else if (shown != text)
            {
                breaches.Add($"{Path.GetRelativePath(s_root, page)} shows code that has changed; run this test with UPDATE_DOCS=1");
            }
        }

        Breaches.None(breaches);
    }

    [Fact]
    public void CodeBlocks_OfTheGuideToExtensions_NameFiles() =>
        Assert.Equal(3, Blocks().Count(File.ReadAllText(Path.Combine(s_root, "docs", "extending.md"))));

    private static string Shown(Match block, string page, List<string> breaches)
    {
        var path = Path.Combine(s_root, block.Groups["file"].Value);
        if (!File.Exists(path))
        {
            breaches.Add($"{Path.GetRelativePath(s_root, page)} names {block.Groups["file"].Value}, which does not exist");
            return block.Value;
        }

        return $"{block.Groups["head"].Value}{File.ReadAllText(path).ReplaceLineEndings("\n").TrimEnd('\n')}\n```";
    }

    [GeneratedRegex(@"(?<head><!-- code: (?<file>[\w./-]+) -->\n```\w+\n).*?```", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blocks();
}
