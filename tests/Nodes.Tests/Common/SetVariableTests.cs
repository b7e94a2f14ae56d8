using System.Text.Json;
using System.Text.Json.Nodes;
using FlowEngine.Nodes.Tests.Harness;
using FlowEngine.NodeTypes;
using Xunit;

namespace FlowEngine.Nodes.Tests.Common;

public sealed class SetVariableTests
{
    [Theory]
    [InlineData("""{ "value": 3 }""", "3")]
    [InlineData("""{ "value": "{{walk.n}}" }""", "5")]
    [InlineData("""{ "value": "n is {{walk.n}}" }""", "\"n is 5\"")]
    [InlineData("""{ "value": { "n": "{{walk.n}}", "list": [true, null, "{{absent}}"] } }""", """{"n":5,"list":[true,null,null]}""")]
    [InlineData("""{ "value": "" }""", "null")]
    [InlineData("""{ "op": "clear" }""", "null")]
    [InlineData("""{ "op": "add" }""", "1")]
    [InlineData("""{ "op": "add", "value": "{{walk.n}}" }""", "5")]
    [InlineData("""{ "op": "add", "value": "-2.5" }""", "-2.5")]
    [InlineData("""{ "value": 1500.0 }""", "1500")]
    [InlineData("""{ "op": "append", "value": "a" }""", """["a"]""")]
    public async Task Assignment_ByOperation_GivesItsValue(string assignment, string expected)
    {
        var one = Json(assignment);
        one["name"] = "x";
        var talk = NodeBench.Start(new TestWorld(), "set_variable", new JsonObject { ["assignments"] = new JsonArray(one) }, Json("""{ "n": 5 }"""));

        var outcome = await talk.SayAsync("hello");

        Assert.Null(outcome.Failure);
        Assert.Equal(expected, talk.State.Vars["x"].ToJson());
    }

    [Theory]
    [InlineData("tr", "1.000", "1001")]
    [InlineData("en", "1.000", "2")]
    [InlineData("en", "1,000", "1001")]
    [InlineData("tr", "1,5", "2.5")]
    [InlineData("tr", "\u200B", "1")]
    public async Task Add_ToANumberInAText_ReadsItByTheLanguage(string language, string text, string expected)
    {
        var data = Json("""{ "assignments": [{ "name": "x", "value": "{{message}}" }, { "name": "x", "op": "add", "value": 1 }] }""");
        var talk = NodeBench.Start(new TestWorld(), "set_variable", data);
        talk.Language = language;

        await talk.SayAsync(text);

        Assert.Equal(expected, talk.State.Vars["x"].ToJson());
    }

    [Fact]
    public async Task Operations_OnTheSameVariable_BuildOnEachOther()
    {
        var data = Json("""{ "assignments": [{ "name": "x", "op": "add" }, { "name": "x", "op": "add", "value": 2 }, { "name": "y", "value": "a" }, { "name": "y", "op": "append", "value": "b" }] }""");
        var talk = NodeBench.Start(new TestWorld(), "set_variable", data);
        await talk.SayAsync("hello");
        await talk.SayAsync("hello");

        Assert.Equal("6", talk.State.Vars["x"].ToJson());
        Assert.Equal("""["a","b"]""", talk.State.Vars["y"].ToJson());
    }

    [Theory]
    [InlineData("conversation", "x", true)]
    [InlineData("walk", "x", false)]
    [InlineData("walk", "conversation.x", true)]
    [InlineData("conversation", "walk.x", false)]
    public async Task Scope_OfAssignment_IsTheNamesElseTheNodes(string scope, string name, bool lasts)
    {
        var data = new JsonObject { ["scope"] = scope, ["assignments"] = new JsonArray(new JsonObject { ["name"] = name, ["value"] = 1 }) };
        var talk = NodeBench.Start(new TestWorld(), "set_variable", data);

        await talk.SayAsync("hello");

        Assert.Equal(lasts, talk.State.Vars.ContainsKey("x"));
    }

    [Fact]
    public async Task Language_OfTheConversation_ChangesWhatFollows()
    {
        var talk = NodeBench.Start(
            new TestWorld(), "set_variable", Json("""{ "assignments": [{ "name": "language", "value": "en" }] }"""), unconnected: ["next"],
            add: flow => flow.Node("e", "end", Json("""{ "closing_message": { "tr": "Bitti", "en": "Done" } }"""), 0).Connect("node", 1, "e"));

        var outcome = await talk.SayAsync("merhaba");

        Assert.Equal(("en", "Done"), (outcome.Language, outcome.Messages[^1].Content));
    }

    [Theory]
    [InlineData("{}", "/assignments")]
    [InlineData("""{ "assignments": [{ "name": "now", "value": 1 }] }""", "/assignments/0/name")]
    [InlineData("""{ "assignments": [{ "name": "a b", "value": 1 }] }""", "/assignments/0/name")]
    [InlineData("""{ "assignments": [{ "value": 1 }] }""", "/assignments/0/name")]
    [InlineData("""{ "assignments": [{ "name": "a", "value": "{{" }] }""", "/assignments/0/value")]
    [InlineData("""{ "assignments": [{ "name": "a", "op": "multiply" }] }""", "/assignments/0/op")]
    public void Configuration_WithAFault_NamesItsPlace(string data, string pointer) =>
        Assert.Contains(Faults("set_variable", data), fault => fault.IsError && fault.Pointer == pointer);

    [Theory]
    [InlineData("switch", """{ "cases": [{ "when": { "left": "n", "op": "is" }, "port": "output_1" }] }""", "/cases/0/when/op")]
    [InlineData("switch", """{ "cases": [{ "when": { "left": "n", "op": "is_set" }, "port": "first" }] }""", "/cases/0/port")]
    [InlineData("switch", """{ "cases": [{ "when": { "left": "n", "op": "is_set" }, "port": "output_1" }], "default_port": "output_1" }""", "/default_port")]
    [InlineData("condition", "{}", "/op")]
    [InlineData("condition", """{ "all": [{ "left": "n", "op": "matches", "right": "(" }] }""", "/all/0/right")]
    [InlineData("condition", """{ "condition_type": "contains_words" }""", "/condition_type")]
    [InlineData("sentiment_detection", """{ "intents": [{ "name": "own", "port": "output_1" }] }""", "/intents/0/keywords")]
    [InlineData("sentiment_detection", """{ "mode": "magic" }""", "/mode")]
    [InlineData("sentiment_detection", """{ "default_port": "output_2" }""", "/default_port")]
    [InlineData("sub_flow", """{ "flow": "x", "outputs": { "a": "conversation.b" } }""", "/outputs/a")]
    [InlineData("language_detection", """{ "languages": ["turkish"] }""", "/languages/0")]
    [InlineData("history_loader", """{ "limit": 0 }""", "/limit")]
    [InlineData("message", """{ "kind": "image" }""", "/image_url")]
    [InlineData("message", "{}", "/content")]
    [InlineData("welcome", "{}", "/welcome_message")]
    [InlineData("jump", "{}", "/target")]
    public void Configuration_OfOtherTypesWithAFault_NamesItsPlace(string type, string data, string pointer) =>
        Assert.Contains(Faults(type, data), fault => fault.IsError && fault.Pointer == pointer);

    private static IReadOnlyList<ConfigurationFault> Faults(string type, string data) =>
        ConfigurationBinder.Bind(new TestWorld().Registry.Find(type)!.ConfigurationType, JsonSerializer.SerializeToElement(Json(data))).Faults;

    private static JsonObject Json(string json) => (JsonObject)JsonNode.Parse(json)!;
}
