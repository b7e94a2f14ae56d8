using System.Text.Json.Nodes;
using FlowEngine.Conversations;
using FlowEngine.Drawflow;
using FlowEngine.Nodes.Tests.Harness;
using Xunit;

namespace FlowEngine.Nodes.Tests.Common;

public sealed class SimpleNodeTests
{
    [Fact]
    public async Task Welcome_OnALaterTurn_SaysNothing()
    {
        var talk = NodeBench.Start(new TestWorld(), "welcome", Json("""{ "welcome_message": "Hi" }"""));
        Assert.Equal(MessageKind.Greeting, Assert.Single((await talk.SayAsync("hello")).Messages).Kind);

        var later = await talk.SayAsync("hello again");

        Assert.Empty(later.Messages);
        Assert.Equal(ConversationStatus.Ended, later.Status);
    }

    [Theory]
    [InlineData("true", 2)]
    [InlineData("false", 0)]
    public async Task Welcome_WithSuggestions_ShowsThemWhereAsked(string shows, int count)
    {
        var talk = NodeBench.Start(new TestWorld(), "welcome", Json($$"""{ "welcome_message": "Hi", "suggestions": ["a", "b"], "show_suggestions": "{{shows}}" }"""));

        Assert.Equal(count, Assert.Single((await talk.SayAsync("hello")).Messages).QuickReplies.Count);
    }

    [Fact]
    public async Task Message_WithNothingToSay_SaysNothing()
    {
        var talk = NodeBench.Start(new TestWorld(), "message", Json("""{ "content": "{{absent}}" }"""));

        Assert.Empty((await talk.SayAsync("hello")).Messages);
    }

    [Fact]
    public async Task Message_WithCardsOfVariables_LeavesEmptyOnesOut()
    {
        var data = Json("""{ "kind": "cards", "cards": [{ "title": "{{title}}", "url": "{{absent}}" }, { "title": "{{absent}}" }] }""");
        var talk = NodeBench.Start(new TestWorld(), "message", data, Json("""{ "title": "EP-1500" }"""));

        var message = Assert.Single((await talk.SayAsync("hello")).Messages);

        Assert.Equal(MessageKind.Cards, message.Kind);
        Assert.Equal(new Card("EP-1500"), Assert.Single(message.Cards));
    }

    [Fact]
    public async Task End_ThatResets_ForgetsTheConversation()
    {
        var flow = new DrawflowBuilder()
            .Node("1", "set_variable", Json("""{ "assignments": [{ "name": "a", "value": 1 }] }""")).Connect("1", 1, "2")
            .Node("2", "end", Json("""{ "closing_message": "{{a}}", "reset_conversation": true }"""), 0);
        var talk = new TestConversation(new TestWorld(), flow.Build());

        Assert.Equal("1", Assert.Single((await talk.SayAsync("hello")).Messages).Content);
        Assert.Empty(talk.State.Vars);
    }

    [Fact]
    public async Task MessageSaver_BeforeAFailure_KeepsWhatWasSaid()
    {
        var flow = new DrawflowBuilder()
            .Node("1", "message", Json("""{ "content": "kept" }""")).Connect("1", 1, "2")
            .Node("2", "message_saver").Connect("2", 1, "3")
            .Node("3", "message", Json("""{ "content": "dropped" }""")).Connect("3", 1, "4")
            .Node("4", "sub_flow", Json("""{ "flow": "absent" }"""), 2).Connect("4", 1, "5")
            .Node("5", "end", outputs: 0);

        var outcome = await new TestConversation(new TestWorld(), flow.Build()).SayAsync("hello");

        Assert.Equal(FailureCodes.FlowNotFound, outcome.Failure?.Code);
        Assert.Equal(["kept"], outcome.Messages.SkipLast(1).Select(message => message.Content));
    }

    [Fact]
    public async Task HistoryLoader_WithALimit_LoadsTheNewestOldestFirst()
    {
        var world = new TestWorld();
        world.History.Messages.AddRange(Enumerable.Range(1, 5).Select(i =>
            new HistoryMessage(i % 2 == 0 ? MessageRole.Assistant : MessageRole.User, $"m{i}", world.Clock.GetUtcNow().AddMinutes(i))));
        world.History.Messages.Add(new(MessageRole.System, "hidden", world.Clock.GetUtcNow()));
        var flow = new DrawflowBuilder()
            .Node("1", "history_loader", Json("""{ "limit": 2 }""")).Connect("1", 1, "2")
            .Node("2", "end", Json("""{ "closing_message": "{{walk.history.0.role}} {{history.0.content}} {{history.1.role}} {{history.1.content}} {{history.count}}" }"""), 0);

        var outcome = await new TestConversation(world, flow.Build()).SayAsync("now");

        Assert.Equal("assistant m4 user m5 2", outcome.Messages[^1].Content);
    }

    [Theory]
    [InlineData("I want to buy a forklift, please", "tr", "en")]
    [InlineData("merhaba, fiyat nedir", "en", "tr")]
    [InlineData("EP-1500", "en", "en")]
    public async Task LanguageDetection_ByMessage_ChangesTheConversation(string message, string before, string after)
    {
        var talk = NodeBench.Start(new TestWorld(), "language_detection", []);
        talk.Language = before;

        var outcome = await talk.SayAsync(message);

        Assert.Equal(after, outcome.Language);
        Assert.Equal(after, talk.State.Vars["language"].Text);
    }

    [Fact]
    public async Task LanguageDetection_OfAMessageWithoutSigns_KeepsWhatWasDetected()
    {
        var talk = NodeBench.Start(new TestWorld(), "language_detection", Json("""{ "default": "tr" }"""));
        Assert.Equal("tr", (await talk.SayAsync("EP-1500")).Language);
        Assert.Equal("en", (await talk.SayAsync("what is the price")).Language);

        Assert.Equal("en", (await talk.SayAsync("EP-1500")).Language);
    }

    [Fact]
    public async Task SubFlow_InItsOwnScope_SharesOnlyInputsOutputsAndTheConversation()
    {
        var sub = new DrawflowBuilder()
            .Node("1", "set_variable", Json("""{ "scope": "walk", "assignments": [{ "name": "sum", "op": "set", "value": "{{walk.given}}" }, { "name": "sum", "op": "add", "value": 2 }] }""")).Connect("1", 1, "2")
            .Node("2", "message", Json("""{ "content": "[{{secret}}]" }""")).Connect("2", 1, "3")
            .Node("3", "end", outputs: 0);
        var main = new DrawflowBuilder()
            .Node("1", "set_variable", Json("""{ "scope": "walk", "assignments": [{ "name": "n", "value": 5 }, { "name": "secret", "value": "x" }] }""")).Connect("1", 1, "2")
            .Node("2", "sub_flow", Json("""{ "flow": "part", "inputs": { "given": "{{n}}" }, "outputs": { "sum": "result" } }"""), 2).Connect("2", 1, "3")
            .Node("3", "end", Json("""{ "closing_message": "{{walk.result}}/{{walk.sum}}" }"""), 0);

        var outcome = await new TestConversation(new TestWorld(), main.Build()).WithFlow("part", sub.Build()).SayAsync("hello");

        Assert.Null(outcome.Failure);
        Assert.Equal(["[]", "7/"], outcome.Messages.Select(message => message.Content));
    }

    [Fact]
    public async Task Jump_Backwards_AsksAgain()
    {
        var flow = new DrawflowBuilder()
            .Node("1", "message", Json("""{ "content": "start" }""")).Connect("1", 1, "2")
            .Node("2", "collect_data", Json("""{ "data_type": "yes_no", "prompt": "again?", "context_key": "again" }"""), 3).Connect("2", 1, "3")
            .Node("3", "condition", Json("""{ "left": "again", "op": "equals", "right": true }"""), 2).Connect("3", 1, "4").Connect("3", 2, "5")
            .Node("4", "jump", Json("""{ "target": "2" }"""), 0)
            .Node("5", "end", outputs: 0);
        var talk = new TestConversation(new TestWorld(), flow.Build());
        await talk.SayAsync("hello");

        var again = await talk.SayAsync("yes");

        Assert.Equal(("again?", ConversationStatus.Waiting), (Assert.Single(again.Messages).Content, again.Status));
        Assert.Equal(ConversationStatus.Ended, (await talk.SayAsync("no")).Status);
    }

    private static JsonObject Json(string json) => (JsonObject)JsonNode.Parse(json)!;
}
