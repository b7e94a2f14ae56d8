using System.Text.Json.Nodes;
using FlowEngine.Conversations;
using FlowEngine.Drawflow;
using FlowEngine.Nodes.Tests.Harness;
using Xunit;

namespace FlowEngine.Nodes.Tests.Common;

public sealed class LinkAndLeadTests
{
    private readonly TestWorld _world = new();

    [Theory]
    [InlineData("{}", "https://depo.example/urun/ep-1500")]
    [InlineData("""{ "routes": { "shop:product": "/p/{slug}" } }""", "https://depo.example/p/ep-1500")]
    [InlineData("""{ "base_url": "https://other.example/", "routes": { "shop:product": "p/{slug}" } }""", "https://other.example/p/ep-1500")]
    public async Task LinkGenerator_OfAKnownProduct_WritesItsAddress(string data, string url)
    {
        _world.Model.Answer = _ => "Öneri: EP-1500 [LINK:shop:product:ep-1500].";

        var outcome = await Answered(data, """{ "products": [1] }""").SayAsync("EP-1500");

        var message = Assert.Single(outcome.Messages);
        Assert.Equal($"Öneri: EP-1500 {url}.", message.Content);
        Assert.Equal([new Link("Akülü Transpalet EP-1500", url)], message.Links);
        Assert.Equal([1L], message.Products.Select(product => product.Id));
        Assert.Equal(message.Content, Walked.Value(outcome, "answer").Text);
    }

    [Theory]
    [InlineData("A [LINK:shop:product:olmayan] b", "A b")]
    [InlineData("A [LINK:shop:ep-1500] b", "A b")]
    [InlineData("A [LINK:page:about:us] b", "A b")]
    [InlineData("A [LINK:shop:product:fd-25]", "A https://depo.example/urun/fd-25")]
    [InlineData("A [LINK:shop:category:forklift]", "A https://depo.example/shop/category/forklift")]
    public async Task LinkGenerator_OfOtherMarkers_LinksWhatThereIs(string answer, string content)
    {
        _world.Model.Answer = _ => answer;

        var outcome = await Answered("{}", """{ "products": [] }""").SayAsync("x");

        Assert.Equal(content, Assert.Single(outcome.Messages).Content);
    }

    [Fact]
    public async Task SaveLead_ByDefault_TakesTheUsualVariables()
    {
        var flow = new DrawflowBuilder()
            .Node("1", "set_variable", Json("""{ "assignments": [{ "name": "name", "value": "Ayşe" }, { "name": "email", "value": "a@b.example" }] }"""))
            .Node("2", "save_lead", Json("""{ "source": "form" }"""))
            .Node("3", "end", outputs: 0)
            .Connect("1", 1, "2")
            .Connect("2", 1, "3")
            .Build();

        var outcome = await new TestConversation(_world, flow).SayAsync("x");

        var lead = Assert.Single(outcome.Effects);
        Assert.Equal((EffectKind.Stored, "lead", "2"), (lead.Kind, lead.Type, lead.NodeId));
        Assert.Equal("form", lead.Payload["source"].Text);
        Assert.Equal("Ayşe", lead.Payload["fields"]["name"].Text);
        Assert.True(lead.Payload["fields"]["phone"].IsEmpty);
    }

    private TestConversation Answered(string data, string walk)
    {
        var flow = new DrawflowBuilder()
            .Node("1", "set_variable", new JsonObject
            {
                ["scope"] = "walk",
                ["assignments"] = new JsonArray(new JsonObject { ["name"] = "products", ["value"] = JsonNode.Parse(walk)!["products"]!.DeepClone() }),
            })
            .Node("2", "ai_response", outputs: 2)
            .Node("3", "link_generator", Json(data))
            .Node("4", "end", outputs: 0)
            .Connect("1", 1, "2")
            .Connect("2", 1, "3")
            .Connect("3", 1, "4")
            .Build();
        return new TestConversation(_world, flow);
    }

    private static JsonObject Json(string json) => (JsonObject)JsonNode.Parse(json)!;
}
