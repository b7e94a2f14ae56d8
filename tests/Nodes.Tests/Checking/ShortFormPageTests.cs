using FlowEngine.Checking;
using FlowEngine.Drawflow;
using FlowEngine.Nodes.Tests.Harness;
using Xunit;

namespace FlowEngine.Nodes.Tests.Checking;

/// <summary>The short form that docs/flow-format.md shows is a flow.</summary>
public sealed class ShortFormPageTests
{
    private static readonly CheckContext s_context = new(new TestWorld().Registry);

    [Fact]
    public void ShortForm_OfThePage_IsTakenAndFormatsToASoundExport()
    {
        var json = OfThePage();

        Assert.Equal(["missing_member"], FlowChecker.Check(json, s_context).Findings.Select(finding => finding.Code));
        Assert.Empty(FlowChecker.Check(DrawflowFormat.Format(DrawflowReader.Read(json).Document!).Text, s_context).Findings);
    }

    [Fact]
    public async Task ShortForm_OfThePage_Runs()
    {
        var conversation = new TestConversation(new TestWorld(), DrawflowReader.Read(OfThePage()).Document!) { Language = "en" };

        await conversation.SayAsync("hello");
        var outcome = await conversation.SayAsync("Ada");

        Assert.Equal(["Thank you, Ada.", "Bye."], outcome.Messages.Select(message => message.Content));
    }

    private static string OfThePage()
    {
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "flow-format.md"));
        var section = page[page.IndexOf("## Written by hand", StringComparison.Ordinal)..];
        var start = section.IndexOf("```json", StringComparison.Ordinal) + "```json".Length;
        return section[start..section.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
