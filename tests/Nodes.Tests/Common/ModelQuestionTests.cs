using System.Text.Json.Nodes;
using FlowEngine.Conversations;
using FlowEngine.Nodes.Tests.Harness;
using FlowEngine.Support;
using Xunit;

namespace FlowEngine.Nodes.Tests.Common;

/// <summary>Nodes that may ask the model a short question: <c>sentiment_detection</c> and <c>collect_data</c>.</summary>
public sealed class ModelQuestionTests
{
    private const string Secret = "SECRET-19";

    private readonly TestWorld _world = new();

    [Theory]
    [InlineData("comparison", "comparison", "model")]
    [InlineData(" Comparison.\n", "comparison", "model")]
    [InlineData("`default`", "default", "model")]
    [InlineData("comparison or question", "purchase_intent", "keywords")]
    [InlineData("I think the user wants a comparison", "purchase_intent", "keywords")]
    [InlineData("something_else", "purchase_intent", "keywords")]
    [InlineData(" ", "purchase_intent", "keywords")]
    public async Task Intent_ByModel_OnlyANameCounts(string answer, string intent, string by)
    {
        _world.Model.Answer = _ => answer;
        var talk = NodeBench.Start(_world, "sentiment_detection", Json("""{ "mode": "model" }"""));

        var outcome = await talk.SayAsync("en ucuz forklift");

        Assert.Equal((intent, by), (Walked.Value(outcome, "intent").Text, Walked.Value(outcome, "intent_by").Text));
        Assert.Equal($"end_{intent}", outcome.Trace[^1].Node.NodeId);
        Assert.Equal(100, outcome.Usage.InputTokens);
        Assert.Empty(talk.Stream.Texts);
        Assert.Empty(outcome.Messages);
    }

    [Fact]
    public async Task Intent_ByModel_AsksBrieflyAndShowsNothingElse()
    {
        var walk = Json($$"""{ "note": "{{Secret}}", "products": [1] }""");
        var data = Json("""{ "mode": "model", "intents": [{ "name": "late", "keywords": "kargo", "port": "output_1" }, { "name": "question", "port": "output_2" }] }""");
        _world.Model.Answer = _ => "question";
        _world.History.Messages.Add(new(MessageRole.User, Secret, _world.Clock.GetUtcNow()));

        var outcome = await NodeBench.Start(_world, "sentiment_detection", data, walk).SayAsync("kargom gelmedi");

        var options = Assert.Single(_world.Model.Options);
        Assert.Equal((0f, null), (options.Temperature, options.Tools));
        Assert.InRange(options.MaxOutputTokens!.Value, 1, 100);
        Assert.Contains("late, question.", _world.Model.Sent[0][0].Text, StringComparison.Ordinal);
        Assert.Equal(2, _world.Model.Sent[0].Count);
        Assert.DoesNotContain(_world.Model.Sent[0], message => message.Text.Contains(Secret, StringComparison.Ordinal) || message.Text.Contains("EP-1500", StringComparison.Ordinal));
        Assert.Equal("question", Walked.Value(outcome, "intent").Text);
    }

    [Theory]
    [InlineData("down")]
    [InlineData("missing")]
    [InlineData("hangs")]
    [InlineData("other configuration")]
    public async Task Intent_ModelGivesNoAnswer_TheKeywordsDecide(string way)
    {
        _world.Model.IsDown = way == "down";
        _world.Model.IsMissing = way == "missing";
        _world.Model.Wait = way == "hangs" ? HangAsync : _ => Task.CompletedTask;
        var data = Json(way == "other configuration" ? """{ "mode": "model", "configuration": "other" }""" : """{ "mode": "model" }""");

        var outcome = await NodeBench.Start(_world, "sentiment_detection", data).SayAsync("en ucuz forklift");

        Assert.Equal(("purchase_intent", "keywords"), (Walked.Value(outcome, "intent").Text, Walked.Value(outcome, "intent_by").Text));
        Assert.Null(outcome.Failure);
        Assert.Equal("model", Assert.Single(outcome.OutsideAnswers).Port);
    }

    [Fact]
    public async Task Intent_ByKeywords_AsksNobody()
    {
        var outcome = await NodeBench.Start(_world, "sentiment_detection", []).SayAsync("en ucuz forklift");

        Assert.Empty(_world.Model.Asked);
        Assert.Equal("intent", Assert.Single(outcome.Trace[0].Sets).Name);
    }

    [Theory]
    [InlineData("""{ "data_type": "email", "ask_model": true }""", "ali at example nokta com", "value: ali@example.com", "\"ali@example.com\"")]
    [InlineData("""{ "data_type": "integer", "ask_model": true, "min": 2 }""", "bir düzine kadar", "Value: \"12\"", "12")]
    [InlineData("""{ "data_type": "choice", "ask_model": true, "choices": ["Elma", "Armut"] }""", "kırmızı olan", "value: Elma", "\"Elma\"")]
    [InlineData("""{ "ask_model": true, "max": 5 }""", "adım Ayşe olur", "value: Ayşe", "\"Ayşe\"")]
    public async Task Answer_ThatIsRefused_IsTakenAsTheModelReadsIt(string data, string answer, string says, string stored)
    {
        _world.Model.Answer = _ => says;
        var talk = NodeBench.Start(_world, "collect_data", Json(data));
        await talk.SayAsync("merhaba");

        var outcome = await talk.SayAsync(answer);

        Assert.Equal("success", outcome.Trace[0].PortName);
        Assert.Equal(stored, System.Text.RegularExpressions.Regex.Unescape(talk.State.Vars.Single().Value.ToJson()));
        Assert.Equal(100, outcome.Usage.InputTokens);
    }

    [Theory]
    [InlineData("""{ "data_type": "email", "ask_model": true }""", "ali", "none")]
    [InlineData("""{ "data_type": "email", "ask_model": true }""", "ali", "ali@example.com")]
    [InlineData("""{ "data_type": "email", "ask_model": true }""", "ali", "value: ali")]
    [InlineData("""{ "data_type": "integer", "ask_model": true, "max": 3 }""", "bir düzine", "value: 12")]
    [InlineData("""{ "data_type": "integer", "ask_model": true }""", "bir düzine", "value: 12\nvalue: 13")]
    [InlineData("""{ "ask_model": true, "max": 5 }""", "bir düzine", "value: Ayşe")]
    [InlineData("""{ "data_type": "choice", "ask_model": true, "choices": ["Elma", "Armut"] }""", "mavi", "value: Erik")]
    public async Task Answer_ThatTheModelCannotReadEither_IsRefusedAsEver(string data, string answer, string says)
    {
        _world.Model.Answer = _ => says;
        var (asked, plain) = (NodeBench.Start(_world, "collect_data", Json(data)), NodeBench.Start(_world, "collect_data", Json(data.Replace("true", "false", StringComparison.Ordinal))));
        await asked.SayAsync("merhaba");
        await plain.SayAsync("merhaba");

        var outcome = await asked.SayAsync(answer);
        var without = await plain.SayAsync(answer);

        Assert.Equal(ConversationStatus.Waiting, outcome.Status);
        Assert.Equal(without.Messages.Single().Content, outcome.Messages.Single().Content);
        Assert.Equal(1, asked.State.Walk!.Attempts);
        Assert.Single(_world.Model.Asked);
    }

    [Fact]
    public async Task Answer_OfAModelThatIsAway_IsRefusedAsEverAndGivesUp()
    {
        _world.Model.Wait = HangAsync;
        var talk = NodeBench.Start(_world, "collect_data", Json("""{ "data_type": "email", "ask_model": true, "max_attempts": 2 }"""));
        await talk.SayAsync("merhaba");
        var first = await talk.SayAsync("ali");
        _world.Model.Wait = _ => Task.CompletedTask;
        _world.Model.IsDown = true;

        var second = await talk.SayAsync("ali");

        Assert.Equal(ConversationStatus.Waiting, first.Status);
        Assert.Equal("gave_up", second.Trace[0].PortName);
    }

    [Theory]
    [InlineData("ali@example.com")]
    [InlineData("  ")]
    [InlineData("geç")]
    public async Task Answer_ThatCanBeReadOrIsNone_AsksNobody(string answer)
    {
        var talk = NodeBench.Start(_world, "collect_data", Json("""{ "data_type": "email", "ask_model": true, "required": false }"""));
        await talk.SayAsync("merhaba");

        await talk.SayAsync(answer);

        Assert.Empty(_world.Model.Asked);
    }

    [Fact]
    public async Task Answer_AskedOfTheModel_ShowsQuestionAndAnswerOnly()
    {
        var data = Json("""{ "data_type": "choice", "ask_model": true, "prompt": "Hangi meyve?", "choices": ["Elma", "Armut"] }""");
        _world.History.Messages.Add(new(MessageRole.User, Secret, _world.Clock.GetUtcNow()));
        var talk = NodeBench.Start(_world, "collect_data", data, Json($$"""{ "note": "{{Secret}}" }"""));
        await talk.SayAsync(Secret);

        await talk.SayAsync("kırmızı olan");

        var sent = Assert.Single(_world.Model.Sent);
        Assert.Equal(["kırmızı olan"], sent.Skip(1).Select(message => message.Text));
        Assert.Contains("Hangi meyve?", sent[0].Text, StringComparison.Ordinal);
        Assert.Contains("choice, Elma, Armut", sent[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, sent[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Depo", sent[0].Text, StringComparison.Ordinal);
        Assert.Empty(_world.Model.Asked[0].Directives);
    }

    private Task HangAsync(CancellationToken cancellationToken)
    {
        _world.Clock.AdvanceInPlace(TimeSpan.FromSeconds(6));
        return Task.Delay(Timeout.Infinite, cancellationToken);
    }

    private static JsonObject Json(string json) => (JsonObject)JsonNode.Parse(json)!;
}
