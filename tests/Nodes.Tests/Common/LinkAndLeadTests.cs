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

    [Theory]
    [InlineData("javascript:alert(1)", null)]
    [InlineData(" JavaScript:alert(1)", null)]
    [InlineData("java\nscript:alert(1)", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("https://other.example/a", "https://other.example/a")]
    [InlineData("mailto:a@b.example", "mailto:a@b.example")]
    [InlineData("tel:+905321234567", "tel:+905321234567")]
    public async Task Message_WithAnAddressOfTheUser_LinksWhatALinkMayHave(string said, string? url)
    {
        var data = Json("""
            {
              "content": "x", "links": [{ "text": "y", "url": "{{message}}" }],
              "cards": [{ "title": "z", "url": "{{message}}", "image_url": "{{message}}" }], "image_url": "{{message}}"
            }
            """);

        var message = Assert.Single((await NodeBench.Start(_world, "message", data).SayAsync(said)).Messages);

        Assert.Equal(url is null ? [] : [url], message.Links.Select(link => link.Url));
        Assert.Equal(url, message.Cards[0].Url);
        Assert.Equal(url?.StartsWith("https", StringComparison.Ordinal) == true ? url : null, message.ImageUrl);
        Assert.Equal(message.ImageUrl, message.Cards[0].ImageUrl);
    }

    [Theory]
    [InlineData("javascript:")]
    [InlineData("javascript://depo.example")]
    [InlineData("data:text/html,")]
    [InlineData("depo.example")]
    public async Task LinkGenerator_WithAnotherBase_LinksNothing(string baseUrl)
    {
        _world.Model.Answer = _ => "A [LINK:shop:category:forklift] b";

        var outcome = await Answered(new JsonObject { ["base_url"] = baseUrl }.ToJsonString(), """{ "products": [] }""").SayAsync("x");

        var message = Assert.Single(outcome.Messages);
        Assert.Equal(("A b", 0), (message.Content, message.Links.Count));
    }

    [Fact]
    public async Task Contact_OfATenantWithOtherSchemes_HasNoAddress()
    {
        _world.Tenant = _world.Tenant with { Contact = new ContactFacts { Email = "x", CallbackFormUrl = "javascript:alert(1)", Phone = "yok" } };
        var data = Json("""{ "contact_types": ["email", "callback_form", "phone"] }""");

        var cards = Assert.Single((await NodeBench.Start(_world, "share_contact", data).SayAsync("x")).Messages).Cards;
        var contact = Walked.Value(await NodeBench.Start(_world, "contact_request", []).SayAsync("x"), "contact");

        Assert.Equal(["x", "yok"], cards.Select(card => card.Text));
        Assert.All(cards, card => Assert.Null(card.Url));
        Assert.True(contact["callback_form_url"].IsEmpty);
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
