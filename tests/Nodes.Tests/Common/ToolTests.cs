using System.Text.Json;
using System.Text.Json.Nodes;
using FlowEngine.Conversations;
using FlowEngine.Nodes.Tests.Harness;
using Microsoft.Extensions.AI;
using Xunit;

namespace FlowEngine.Nodes.Tests.Common;

/// <summary>Tools that <c>ai_response</c> offers the model.</summary>
public sealed class ToolTests
{
    private const string AllTools = """ "tools": ["search_products", "get_product", "search_knowledge", "save_lead"] """;

    private readonly TestWorld _world = new();

    [Fact]
    public async Task Run_WithoutTools_OffersNone()
    {
        _world.Model.Calls = _ => [TestModel.Call("search_products", ("query", "forklift"))];

        var outcome = await NodeBench.Start(_world, "ai_response", [], unconnected: ["error"]).SayAsync("merhaba");

        Assert.Equal((null, null), (_world.Model.Options[0].Tools, _world.Model.Options[0].ToolMode));
        Assert.Equal("One moment.", Assert.Single(outcome.Messages).Content);
        Assert.DoesNotContain(outcome.Trace[0].Sets, set => set.Name == "answer_tools");
    }

    [Fact]
    public async Task Run_ModelSearches_ItIsGivenWhatWasFoundAndSaysIt()
    {
        _world.Model.Calls = reply => reply switch
        {
            1 => [TestModel.Call("search_products", ("query", "forklift"), ("limit", "2")), TestModel.Call("search_knowledge", ("query", "garanti süresi"))],
            2 => [TestModel.Call("get_product", ("product", "ep-1500"))],
            _ => [],
        };
        _world.Model.Answer = _ => "FD-25 var: [LINK:shop:product:fd-25]. EP-1500 60.000 TRY.";
        var talk = Talk();

        var outcome = await talk.SayAsync("ne var?");

        var message = Assert.Single(outcome.Messages);
        Assert.Equal("FD-25 var: [LINK:shop:product:fd-25]. EP-1500 60.000 TRY.", message.Content);
        Assert.Equal([4L, 1], message.Products.Select(product => product.Id));
        Assert.Equal((message.Content, 2), (talk.Stream.Texts[message.Id], talk.Stream.Discards));
        Assert.Equal("search_products, search_knowledge, get_product", Walked.Value(outcome, "answer_tools").Text);
        Assert.Equal((300, 7 + 7 + message.Content.Length), (outcome.Usage.InputTokens, outcome.Usage.OutputTokens));
        var found = Answers(2);
        Assert.Equal(["FD-25", "FE-18"], found[0].GetProperty("products").EnumerateArray().Select(product => product.GetProperty("sku").GetString()));
        Assert.Contains("garanti süresi iki yıldır", found[1].GetRawText(), StringComparison.Ordinal);
        Assert.Equal(1500, Answers(3)[2].GetProperty("attributes").GetProperty("capacity_kg").GetInt32());
        Assert.Equal(["FD-25", "FE-18", "EP-1500"], _world.Model.Asked[^1].Products.Select(product => product.Sku));
    }

    [Fact]
    public async Task Run_ModelNeverStops_IsAskedOnceMoreWithoutTools()
    {
        _world.Model.Calls = reply => reply <= 3 ? [TestModel.Call("search_products", ("query", "forklift"))] : [];

        var outcome = await Talk(""", "max_tool_rounds": 2""").SayAsync("ne var?");

        Assert.Equal([null, null, ChatToolMode.None], _world.Model.Options.Select(options => options.ToolMode));
        Assert.Equal("One moment.", Assert.Single(outcome.Messages).Content);
        Assert.Equal("search_products, search_products", Walked.Value(outcome, "answer_tools").Text);
        Assert.Equal(300, outcome.Usage.InputTokens);
    }

    [Fact]
    public async Task Run_CallsThatCannotBeRun_AreAnsweredWithWhy()
    {
        var broken = new FunctionCallContent("", "search_products") { Exception = new JsonException("bad") };
        _world.Model.Calls = reply => reply switch
        {
            1 => [TestModel.Call("drop_tables"), broken, TestModel.Call("get_product"), TestModel.Call("search_products", ("query", new[] { 1 }))],
            2 => [.. Enumerable.Repeat(TestModel.Call("get_product", ("product", "yok")), 6)],
            _ => [],
        };

        var outcome = await Talk().SayAsync("ne var?");

        Assert.Null(outcome.Failure);
        Assert.Equal(
            ["unknown_tool", "bad_arguments", "bad_arguments", "bad_arguments"],
            Answers(2).Select(answer => answer.GetProperty("error").GetString()));
        Assert.Contains("search_products, get_product", Answers(2)[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        var second = Answers(3).Skip(4).ToList();
        Assert.All(second.Take(4), answer => Assert.Equal(JsonValueKind.Null, answer.GetProperty("product").ValueKind));
        Assert.All(second.Skip(4), answer => Assert.Equal("too_many_calls", answer.GetProperty("error").GetString()));
        Assert.Equal("get_product, get_product, get_product, get_product", Walked.Value(outcome, "answer_tools").Text);
        Assert.Equal(
            "unknown: unknown_tool, search_products: bad_arguments, get_product: bad_arguments, search_products: bad_arguments, "
            + "get_product: too_many_calls, get_product: too_many_calls",
            Walked.Value(outcome, "answer_tools_refused").Text);
    }

    [Fact]
    public async Task Run_OfferedOneTool_RunsNoOther()
    {
        _world.Model.Calls = reply => reply == 1 ? [TestModel.Call("save_lead", ("email", "a@b.example"))] : [];

        var outcome = await NodeBench.Start(_world, "ai_response", Json("""{ "tools": ["get_product"] }""")).SayAsync("a@b.example");

        Assert.Equal(["get_product"], _world.Model.Options[0].Tools!.Select(tool => tool.Name));
        Assert.Empty(outcome.Effects);
        Assert.Equal("unknown: unknown_tool", Walked.Value(outcome, "answer_tools_refused").Text);
    }

    [Fact]
    public async Task Grounded_WithWhatToolsGave_IsSaid()
    {
        _world.Model.Calls = reply => reply == 1 ? [TestModel.Call("get_product", ("product", "EP-1500"))] : [];
        _world.Model.Answer = _ => "Akülü Transpalet EP-1500: 60.000 TRY";

        var said = await Talk(""", "grounded": true""").SayAsync("EP-1500 ne kadar?");
        _world.Model.Asked.Clear();
        _world.Model.Answer = _ => "MT-2000 9.999 TRY";
        var refused = await Talk(""", "grounded": true""").SayAsync("EP-1500 ne kadar?");

        Assert.Equal("Akülü Transpalet EP-1500: 60.000 TRY", Assert.Single(said.Messages).Content);
        Assert.Equal(FailureCodes.NotGrounded, refused.Failure?.Code);
    }

    [Fact]
    public async Task Grounded_WhenRepaired_MayStillLookUp()
    {
        _world.Model.Calls = reply => reply == 2 ? [TestModel.Call("get_product", ("product", "EP-1500"))] : [];
        _world.Model.Answer = _ => "EP-1500: 60.000 TRY";

        var outcome = await Talk(""", "grounded": true""").SayAsync("akülü transpalet ne kadar?");

        Assert.Equal("EP-1500: 60.000 TRY", Assert.Single(outcome.Messages).Content);
        Assert.Equal(3, _world.Model.Asked.Count);
        Assert.Contains("was not given", _world.Model.Asked[1].SystemPrompt + _world.Model.Sent[1][0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaveLead_OfWhatTheUserWrote_IsAnEffectOfTheTurn()
    {
        _world.Model.Calls = reply => reply == 1
            ? [TestModel.Call("save_lead", ("name", "Ayşe"), ("phone", "0532 123 45 67"), ("note", "forklift")), TestModel.Call("save_lead", ("phone", "05321234567"))]
            : [];

        var outcome = await Talk().SayAsync("Ben Ayşe, beni arayın: 0532-123-4567");

        var lead = Assert.Single(outcome.Effects);
        Assert.Equal((EffectKind.Stored, "lead", NodeBench.NodeId), (lead.Kind, lead.Type, lead.NodeId));
        Assert.Equal("assistant", lead.Payload["source"].Text);
        Assert.Equal("+905321234567", lead.Payload["fields"]["phone"].Text);
        Assert.Equal("Ayşe", lead.Payload["fields"]["name"].Text);
        Assert.Equal(
            ("save_lead", "save_lead: already_saved"),
            (Walked.Value(outcome, "answer_tools").Text, Walked.Value(outcome, "answer_tools_refused").Text));
    }

    [Theory]
    [InlineData("email", "ali@example.com", "save_lead: not_given")]
    [InlineData("email", "neil@example.com", "save_lead: not_given", "o'neil@example.com")]
    [InlineData("email", "veli@example.com", "save_lead: not_given", "ali,veli@example.com")]
    [InlineData("phone", "+442079460958", "save_lead: not_given", "+44 20 7946 0958 dahili 12")]
    [InlineData("phone", "0532 999 99 99", "save_lead: not_given")]
    [InlineData("email", "ali", "save_lead: bad_arguments")]
    [InlineData("phone", "12", "save_lead: bad_arguments")]
    [InlineData("name", "Ali", "save_lead: bad_arguments")]
    public async Task SaveLead_OfWhatTheUserDidNotWrite_IsRefused(string field, string value, string refused, string wrote = "")
    {
        _world.Model.Calls = reply => reply == 1 ? [TestModel.Call("save_lead", (field, value))] : [];

        var outcome = await Talk().SayAsync($"Ben Ali, 12 forklift istiyorum {wrote}".Trim());

        Assert.Empty(outcome.Effects);
        Assert.Equal(("", refused), (Walked.Value(outcome, "answer_tools").Text, Walked.Value(outcome, "answer_tools_refused").Text));
    }

    [Fact]
    public async Task SaveLead_WalkFailsLater_IsDropped()
    {
        _world.Model.Calls = reply => reply == 1 ? [TestModel.Call("save_lead", ("email", "a@b.example"))] : [];
        var flow = new Drawflow.DrawflowBuilder()
            .Node("1", "ai_response", Json($"{{{AllTools}}}"), 1)
            .Node("2", "ai_response", Json("""{ "configuration": "missing" }"""), 1)
            .Node("3", "end", outputs: 0)
            .Connect("1", 1, "2")
            .Connect("2", 1, "3")
            .Build();

        var outcome = await new TestConversation(_world, flow).SayAsync("a@b.example");

        Assert.NotNull(outcome.Failure);
        Assert.Empty(outcome.Effects);
    }

    private TestConversation Talk(string more = "") => NodeBench.Start(_world, "ai_response", Json($"{{{AllTools}{more}}}"), unconnected: ["error"]);

    /// <summary>What tools had answered when the model was asked for this reply.</summary>
    private List<JsonElement> Answers(int reply) =>
    [
        .. _world.Model.Sent[reply - 1].SelectMany(message => message.Contents).OfType<FunctionResultContent>()
            .Select(answer => JsonDocument.Parse((string)answer.Result!).RootElement),
    ];

    private static JsonObject Json(string json) => (JsonObject)JsonNode.Parse(json)!;
}
