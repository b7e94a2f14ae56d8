using System.Text.Json;
using FlowEngine.Conversations;
using FlowEngine.Support;
using FlowEngine.Tests.Running;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace FlowEngine.Tests.Conversations;

public sealed class ModelChainTests
{
    private static readonly FunctionCallContent s_call = new("x", "find", new Dictionary<string, object?> { ["what"] = "chair", ["n"] = 3 });

    [Fact]
    public async Task Answer_WithCalls_IsAReplyWithoutFailureAndWhatWasStreamedIsDiscarded()
    {
        var models = new ScriptedModels(ScriptedModels.Says(new TextContent("A moment."), s_call, ScriptedModels.Used(3, 4)));
        var stream = new Stream();

        var reply = await Chain(models).AnswerAsync(Request(Offer()), stream, CancellationToken.None);

        Assert.Equal(("A moment.", null), (reply.Text, reply.FailureCode));
        Assert.Equal("""{"what":"chair","n":3}""", Assert.Single(reply.Calls).Arguments!.Value.ToJson());
        Assert.Equal(new ModelUsage("scripted-0", 3, 4, new(11, "EUR", "v1")), reply.Usage);
        Assert.Equal(["A moment.", "discard"], stream.Seen);
        Assert.Equal(["find"], models.Options[0].Tools!.Select(tool => tool.Name));
        Assert.Null(models.Options[0].ToolMode);
    }

    [Fact]
    public async Task Answer_WithCallsThatMayNotBeMade_CountsItsTextOnly()
    {
        var models = new ScriptedModels(ScriptedModels.Says(new TextContent("Done."), s_call));

        var last = await Chain(models).AnswerAsync(Request(Offer(mayCall: false)), NoReplyStream.Instance, CancellationToken.None);
        var without = await Chain(models).AnswerAsync(Request(null), NoReplyStream.Instance, CancellationToken.None);

        Assert.Equal((0, 0), (last.Calls.Count, without.Calls.Count));
        Assert.Equal(("Done.", "Done."), (last.Text, without.Text));
        Assert.Equal([ChatToolMode.None, null], models.Options.Select(options => options.ToolMode));
        Assert.Null(models.Options[1].Tools);
    }

    [Fact]
    public async Task Answer_AfterARound_SendsItToWhicheverModelAnswers()
    {
        var models = new ScriptedModels(ScriptedModels.Fails(), ScriptedModels.Says(new TextContent("Two chairs.")));
        var round = new ToolRound("A moment.", [new("find", Value.Object(("what", Value.Of("chair")))), new("find", null)], ["[1,2]", "no"]);
        var gathered = Context with { ProductsWereSearched = true };

        var reply = await Chain(models).AnswerAsync(Request(new([Tool], true, [round, round], gathered)), NoReplyStream.Instance, CancellationToken.None);

        Assert.Equal("Two chairs.", reply.Text);
        Assert.Equal(2, models.Sent.Count);
        Assert.Equal(Shape(models.Sent[0]), Shape(models.Sent[1]));
        Assert.Equal(
            ["system", "user", "assistant A moment. call00000 call00001", "tool call00000=[1,2] call00001=no", "assistant A moment. call00002 call00003", "tool call00002=[1,2] call00003=no"],
            Shape(models.Sent[1]));
        Assert.Same(gathered, models.Options[1].AdditionalProperties![ModelContext.PropertyName]);
    }

    [Fact]
    public async Task Answer_WithEndlessCallsAndArguments_StaysWithinBounds()
    {
        var strange = new FunctionCallContent("x", "rm -rf /", new Dictionary<string, object?> { ["a"] = double.NaN });
        var long_ = new FunctionCallContent("x", "find", new Dictionary<string, object?> { ["a"] = new string('x', 5000) });
        var broken = new FunctionCallContent("x", "find") { Exception = new JsonException("no JSON") };
        var models = new ScriptedModels(ScriptedModels.Says([strange, long_, broken, .. Enumerable.Repeat<AIContent>(s_call, 100)]));

        var reply = await Chain(models).AnswerAsync(Request(Offer()), NoReplyStream.Instance, CancellationToken.None);

        Assert.Equal(16, reply.Calls.Count);
        Assert.Equal([new("unknown", null), new("find", null), new("find", null)], reply.Calls.Take(3));
    }

    [Fact]
    public async Task AnswerWithin_NoAnswerInTime_FailsByNameAndIsObserved()
    {
        var clock = new FakeTimeProvider();
        var models = new ScriptedModels(cancelled => HangAsync(clock, cancelled), ScriptedModels.Says(new TextContent("too late")));
        var observed = new List<ModelReply>();

        var reply = await Chain(models).Observed((_, answer) => observed.Add(answer), _ => { }).AnswerWithinAsync(
            Request(null), TimeSpan.FromSeconds(5), clock, CancellationToken.None);

        Assert.Equal((null, FailureCodes.ModelTimeout, "no answer within 5 s"), (reply.Text, reply.FailureCode, reply.Cause));
        Assert.Equal([reply], observed);
        Assert.Single(models.Sent);
    }

    [Fact]
    public async Task AnswerWithin_CallerGivesUp_IsCancelled()
    {
        var clock = new FakeTimeProvider();
        using var caller = new CancellationTokenSource();
        await caller.CancelAsync();
        var models = new ScriptedModels(cancelled => HangAsync(clock, cancelled));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Chain(models).AnswerWithinAsync(
            Request(null), TimeSpan.FromSeconds(5), clock, caller.Token));
    }

    private static ModelContext Context { get; } = new() { Language = "en", UserMessage = "chairs?" };

    private static AIFunctionDeclaration Tool { get; } = AIFunctionFactory.CreateDeclaration("find", "Finds.", Schema(), null);

    private static ModelChain Chain(ScriptedModels models) => new(models, NullLogger<ModelChain>.Instance);

    private static ModelRequest Request(ToolOffer? offer) => new(new TenantKey(1, "main"), Context, "m") { Tools = offer };

    private static ToolOffer Offer(bool mayCall = true) => new([Tool], mayCall, [], Context);

    private static JsonElement Schema()
    {
        using var document = JsonDocument.Parse("""{"type":"object"}""");
        return document.RootElement.Clone();
    }

    private static List<string> Shape(IReadOnlyList<ChatMessage> messages) =>
    [
        .. messages.Select(message => string.Join(' ', message.Contents.Select(part => part switch
        {
            FunctionCallContent call => call.CallId,
            FunctionResultContent answer => $"{answer.CallId}={answer.Result}",
            TextContent text when message.Role == ChatRole.Assistant => text.Text,
            _ => "",
        }).Prepend(message.Role.Value)).TrimEnd()),
    ];

    private static async IAsyncEnumerable<ChatResponseUpdate> HangAsync(
        FakeTimeProvider clock, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancelled)
    {
        clock.AdvanceInPlace(TimeSpan.FromSeconds(6));
        await Task.Delay(Timeout.Infinite, cancelled);
        yield break;
    }

    private sealed class Stream : IReplyStream
    {
        public List<string> Seen { get; } = [];

        public ValueTask DeltaAsync(string messageId, string text, CancellationToken cancellationToken)
        {
            Seen.Add(text);
            return default;
        }

        public ValueTask DiscardAsync(string messageId, CancellationToken cancellationToken)
        {
            Seen.Add("discard");
            return default;
        }
    }
}
