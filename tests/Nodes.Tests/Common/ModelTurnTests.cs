using System.Text.Json;
using System.Text.Json.Nodes;
using FlowEngine.Conversations;
using FlowEngine.Drawflow;
using FlowEngine.Nodes.Tests.Harness;
using Xunit;

namespace FlowEngine.Nodes.Tests.Common;

/// <summary>Turns in which every kind of model call is made: what is kept of them, and what is not.</summary>
public sealed class ModelTurnTests
{
    private const string Asked = "SECRET-MAIL@secret.example";
    private const string Prompt = "SECRET-PROMPT";
    private const string Said = "SECRET-ANSWER";

    [Fact]
    public async Task Turn_WithTools_IsReplayedFromWhatWasNoted()
    {
        var world = World();
        var first = await SecondTurnAsync(world);

        var other = World();
        var again = await SecondTurnAsync(other, first.OutsideAnswers);

        Assert.Null(first.Failure);
        Assert.Equal(0, other.Replayed!.Left);
        Assert.Empty(other.Model.Asked.Skip(1));
        Assert.Equal(Described(first), Described(again));
        Assert.Equal(
            ["model", "model", "model", "catalog.search", "knowledge.search", "model"],
            first.OutsideAnswers.Select(answer => answer.Port));
        Assert.Equal("lead", Assert.Single(again.Effects).Type);
    }

    [Fact]
    public async Task Turns_OfEveryKind_LogNothingOfWhatWasSaid()
    {
        using var logs = new CapturedLogs();
        foreach (var way in (Action<TestWorld>[])
        [
            _ => { },
            world => world.Model.Wait = _ => throw new HttpRequestException($"The service repeats {Prompt}"),
            world => world.Model.IsMissing = true,
            world => world.Model.Calls = _ => BadCalls(),
        ])
        {
            var world = World();
            world.Logs = logs;
            await SecondTurnAsync(world, change: way);
        }

        Assert.Contains("gave no answer", logs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", logs.Text, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Asks for an e-mail address, then reads it with the model, tells the intent and answers with tools.</summary>
    private static async Task<TurnOutcome> SecondTurnAsync(
        TestWorld world, IReadOnlyList<OutsideAnswer>? replayed = null, Action<TestWorld>? change = null)
    {
        var flow = new DrawflowBuilder()
            .Node("ask", "collect_data", Json("""{ "data_type": "email", "ask_model": true, "max_attempts": 1 }"""), 3)
            .Node("intent", "sentiment_detection", Json("""{ "mode": "model", "intents": [{ "name": "question", "port": "output_1" }], "default_port": "output_2" }"""), 2)
            .Node("answer", "ai_response", Json($$"""{ "system_prompt": "{{Prompt}}", "tools": ["search_products", "search_knowledge", "save_lead"] }"""), 2)
            .Node("end", "end", outputs: 0)
            .Connect("ask", 1, "intent").Connect("ask", 2, "intent").Connect("ask", 3, "end")
            .Connect("intent", 1, "answer").Connect("intent", 2, "answer")
            .Connect("answer", 1, "end").Connect("answer", 2, "end")
            .Build();
        var talk = new TestConversation(world, flow);
        await talk.SayAsync("merhaba");
        change?.Invoke(world);
        world.Replayed = replayed is null ? null : new ReplayedPorts(replayed);
        return await talk.SayAsync($"bana yazın: {Asked.Replace("@", " at ", StringComparison.Ordinal)} ya da {Asked}, bir de @ var");
    }

    private static TestWorld World()
    {
        var world = new TestWorld();
        world.Model.Answer = context => context.SystemPrompt.Contains("was asked", StringComparison.Ordinal) ? $"value: {Asked}"
            : context.SystemPrompt.Contains("exactly one", StringComparison.Ordinal) ? "question"
            : $"{Said} FD-25";
        world.Model.Calls = reply => reply == 3
            ? [TestModel.Call("search_products", ("query", "SECRET forklift")), TestModel.Call("search_knowledge", ("query", "garanti süresi")), TestModel.Call("save_lead", ("email", Asked))]
            : [];
        return world;
    }

    private static IReadOnlyList<Microsoft.Extensions.AI.FunctionCallContent> BadCalls() =>
        [TestModel.Call($"tool_{Said}"), TestModel.Call("save_lead", ("email", $"no-{Asked}")), TestModel.Call("search_products", (Said, Said))];

    private static string Described(TurnOutcome outcome) => JsonSerializer.Serialize(new
    {
        outcome.Messages,
        outcome.State,
        outcome.Effects,
        outcome.Usage,
        Trace = outcome.Trace.Select(step => $"{step.Node.NodeId} {step.PortName} {string.Join(' ', step.Sets.IsDefault ? [] : step.Sets.Select(set => $"{set.Name}={set.Value}"))}"),
        outcome.OutsideAnswers,
    });

    private static JsonObject Json(string json) => (JsonObject)JsonNode.Parse(json)!;
}
