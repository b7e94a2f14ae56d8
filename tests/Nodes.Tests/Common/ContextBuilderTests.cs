using System.Text.Json.Nodes;
using FlowEngine.Conversations;
using FlowEngine.Nodes.Tests.Harness;
using Xunit;

namespace FlowEngine.Nodes.Tests.Common;

public sealed class ContextBuilderTests
{
    private readonly TestWorld _world = new();

    [Fact]
    public async Task Run_WithoutHistoryAndPassages_FindsThemItself()
    {
        _world.History.Messages.AddRange(Enumerable.Range(1, 20).Select(i => new HistoryMessage(MessageRole.User, $"m{i}", _world.Clock.GetUtcNow())));

        var context = await ContextAsync("garanti süresi", """{ "history_limit": 3 }""");

        Assert.Equal(["m18", "m19", "m20"], context["history"].Items.Select(item => item["content"].Text));
        Assert.Equal([11m], context["passages"].Items.Select(id => id.Number!.Value));
        Assert.Equal("+902161234567", context["contact"]["phone"].Text);
        Assert.False(context.Members.ContainsKey("products"));
    }

    [Theory]
    [InlineData("FD-25 var mı?", "{}", 1)]
    [InlineData("FD-25 var mı?", """{ "product_limit": 0 }""", 0)]
    [InlineData("nasılsın?", "{}", 0)]
    public async Task Run_WithoutProducts_LooksForThoseThatTheMessageNames(string message, string data, int count)
    {
        var context = await ContextAsync(message, data);

        Assert.Equal(count, context["products"].Items.Count);
    }

    [Fact]
    public async Task Run_WithEverythingOff_SaysSoByEmptyMembers()
    {
        var context = await ContextAsync(
            "garanti süresi",
            """{ "include_directives": false, "include_history": false, "include_products": false, "include_knowledge": false, "include_contact": false }""",
            """{ "products": [1], "contact": { "phone": "1" } }""");

        Assert.All(["directives", "history", "products", "passages", "contact"], name =>
        {
            Assert.True(context.Members.ContainsKey(name));
            Assert.True(context[name].IsEmpty);
        });
    }

    [Theory]
    [InlineData(10_000, 2, 2, 2)]
    [InlineData(400, 1, 2, 2)]
    [InlineData(240, 0, 1, 2)]
    [InlineData(100, 0, 0, 1)]
    public async Task Run_WithinTheBudget_DropsHistoryThenPassagesThenProducts(int tokens, int history, int passages, int products)
    {
        var text = new string('a', 300);
        _world.History.Messages.AddRange([new(MessageRole.User, text, default), new(MessageRole.User, text, default)]);
        _world.Knowledge.Passages.Clear();
        _world.Knowledge.Passages.AddRange([new(11, "x", text, null, 0.9), new(12, "y", text, null, 0.1)]);
        _world.Catalog.Products[0] = _world.Catalog.Products[0] with { Description = text };
        var walk = """{ "products": [2, 1], "passages": [12, 11] }""";

        var context = await ContextAsync("x", $$"""{ "token_budget": {{tokens}}, "include_contact": false }""", walk);

        Assert.Equal(
            (history, passages, products),
            (context["history"].Items.Count, context["passages"].Items.Count, context["products"].Items.Count));
        Assert.Equal("tone", context["directives"]["0"].Text);
        if (passages == 1)
        {
            Assert.Equal(11, context["passages"]["0"].Number);
        }
    }

    [Fact]
    public async Task Run_WithNamedVariables_ShowsThose()
    {
        var context = await ContextAsync("x", """{ "variables": ["mood", "absent"] }""", """{ "mood": "good", "secret": "s" }""");

        Assert.Equal("good", Assert.Single(context["variables"].Members).Value.Text);
    }

    private async Task<Value> ContextAsync(string message, string data, string? walk = null)
    {
        var outcome = await NodeBench.Start(_world, "context_builder", Json(data), walk is null ? null : Json(walk)).SayAsync(message);
        Assert.Null(outcome.Failure);
        return Walked.Value(outcome, "context");
    }

    private static JsonObject Json(string json) => (JsonObject)JsonNode.Parse(json)!;
}
