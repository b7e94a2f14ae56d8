using FlowEngine.Checking;
using FlowEngine.Conversations;
using FlowEngine.Drawflow.Importing;
using FlowEngine.Nodes.Tests.Harness;
using Xunit;

namespace FlowEngine.Nodes.Tests.Importing;

/// <summary>The default flow of the legacy system, imported, on the real engine.</summary>
public sealed class ImportedFlowTests
{
    private readonly TestWorld _world = new();

    [Theory]
    [InlineData("live-row")]
    [InlineData("default-seed")]
    public void Check_OfTheDefaultFlow_FindsNothing(string name)
    {
        var result = Import(name);

        Assert.Empty(FlowChecker.Check(result.Document!.ToJson(), new CheckContext(_world.Registry, result.StartNodeId)).Findings);
    }

    [Theory]
    [InlineData("transpalet istiyorum", "1,2,3,4,5,7,8,9,10,12,13,14")]
    [InlineData("en ucuz forklift", "1,2,3,4,5,6,8,9,10,12,13,14")]
    [InlineData("nasılsın?", "1,2,3,9,10,12,13,14")]
    [InlineData("iletişim bilgisi", "1,2,3,11,10,12,13,14")]
    public async Task Say_TheAcceptanceMessages_TakesTheirWays(string message, string way)
    {
        foreach (var name in new[] { "live-row", "default-seed" })
        {
            var result = Import(name);

            var outcome = await new TestConversation(_world, result.Document!, result.StartNodeId).SayAsync(message);

            Assert.Null(outcome.Failure);
            Assert.Equal(way.Split(',').Select(number => $"node_{number}"), Walked.Nodes(outcome));
            Assert.Equal(ConversationStatus.Ended, outcome.Status);
        }
    }

    [Fact]
    public async Task Say_WithAPrompt_FillsItFromOurVariables()
    {
        var result = Import("live-row");

        await new TestConversation(_world, result.Document!, result.StartNodeId).SayAsync("transpalet istiyorum");

        Assert.Equal(
            "Sen satış asistanısın. Niyet: purchase_intent. Link için [LINK:shop:product:slug] yaz. {json} {{ürün}}",
            Assert.Single(_world.Model.Asked).SystemPrompt);
    }

    [Fact]
    public async Task Say_ToACollectingNode_AsksAndEndsWhereItGivesUp()
    {
        var result = Import("mismatched-keys");
        var talk = new TestConversation(_world, result.Document!, result.StartNodeId);

        var asked = await talk.SayAsync("merhaba");
        var answered = await talk.SayAsync("Ayşe");

        Assert.Equal("ask", asked.WaitingNodeId);
        Assert.Equal(["ask", "import_end"], Walked.Nodes(answered));
        Assert.Equal("Ayşe", talk.State.Vars["text"].Text);
    }

    private static LegacyFlowResult Import(string name) =>
        LegacyFlowImport.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "legacy", $"{name}.json")));
}
