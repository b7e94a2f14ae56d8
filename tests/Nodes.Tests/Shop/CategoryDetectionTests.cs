using System.Text.Json.Nodes;
using FlowEngine.Conversations;
using FlowEngine.Nodes.Tests.Harness;
using Xunit;

namespace FlowEngine.Nodes.Tests.Shop;

public sealed class CategoryDetectionTests
{
    [Theory]
    [InlineData("transpaletleri gösterir misiniz", "transpalet")]
    [InlineData("FORKLİFTLER", "forklift")]
    [InlineData("bir transpaletin fiyatı", "transpalet")]
    [InlineData("forklift'e bakıyorum", "forklift")]
    [InlineData("forklift aküsü", "aku")]
    [InlineData("akülü forklift", "forklift")]
    [InlineData("palet arabası forklift", "transpalet")]
    [InlineData("forklift lastiği", "lastik")]
    [InlineData("pallet trucks", "transpalet")]
    public async Task Run_WithNameOrSynonym_TakesTheMostSpecific(string message, string slug)
    {
        var outcome = await NodeBench.Start(World(), "category_detection", Keep()).SayAsync(message);

        Assert.Equal(slug, Category(outcome)["slug"].Text);
    }

    [Theory]
    [InlineData("istifade ettim")]
    [InlineData("akıllı")]
    [InlineData("platin")]
    public async Task Run_WithPartOfAnotherWord_DetectsNothing(string message)
    {
        var outcome = await NodeBench.Start(World(), "category_detection", Keep()).SayAsync(message);

        Assert.True(Category(outcome).IsEmpty);
        Assert.Equal("end_not_detected", outcome.Trace[^1].Node.NodeId);
    }

    [Theory]
    [InlineData("forklift tekeri", "forklift")]
    [InlineData("forklift için parça", "parca")]
    [InlineData("teker", "parca")]
    public async Task Run_WithReluctantCategory_TakesItOnlyByNameOrAlone(string message, string slug)
    {
        var data = new JsonObject { ["exclude_unless_explicit"] = new JsonArray("parca") };

        var outcome = await NodeBench.Start(World(), "category_detection", data).SayAsync(message);

        Assert.Equal(slug, Category(outcome)["slug"].Text);
    }

    [Fact]
    public async Task Run_WithQuestions_AsksOneByOneAndKeepsTheAnswers()
    {
        var data = (JsonObject)JsonNode.Parse("""
            { "ask_questions": true, "category_questions": { "forklift": [
              { "key": "fuel", "question": { "tr": "Yakıt?", "en": "Fuel?" }, "options": [{ "tr": "Dizel", "en": "Diesel" }, { "tr": "Akülü", "en": "Electric" }] },
              { "key": "load", "question": { "tr": "Yük?", "en": "Load?" } } ] } }
            """)!;
        var talk = NodeBench.Start(World(), "category_detection", data);

        var first = await talk.SayAsync("forklift");
        var second = await talk.SayAsync("AKÜLÜ");
        var last = await talk.SayAsync("iki ton");

        Assert.Equal(["Dizel", "Akülü"], first.Messages[0].QuickReplies);
        Assert.Equal("Yük?", Assert.Single(second.Messages).Content);
        var answers = Walked.Value(last, "category_answers");
        Assert.Equal("Akülü", answers["fuel"].Text);
        Assert.Equal("iki ton", answers["load"].Text);
        Assert.Equal("forklift", Category(last)["slug"].Text);
    }

    private static JsonObject Keep() => [];

    private static Value Category(TurnOutcome outcome) => Walked.Value(outcome, "category");

    private static TestWorld World()
    {
        var world = new TestWorld();
        world.Catalog.Categories.AddRange(
        [
            new(3, "aku", new Dictionary<string, string> { ["tr"] = "Akü", ["en"] = "Batteries" }, ["akü", "battery"]),
            new(4, "lastik", new Dictionary<string, string> { ["tr"] = "Lastik" }, ["dolgu lastik"]),
            new(5, "parca", new Dictionary<string, string> { ["tr"] = "Parça" }, ["teker", "filtre"]),
        ]);
        return world;
    }
}
