using System.Text.Json;
using FlowEngine.Conversations;
using FlowEngine.Integrations.Tests.Resilience;
using Xunit;

namespace FlowEngine.Integrations.Tests.Wire;

/// <summary>What models think is kept apart from what they say, however it is marked and wherever it is cut.</summary>
public sealed class ThinkingTests
{
    [Theory]
    [InlineData("<think>SECRET</think>All is well.")]
    [InlineData("<think>\nSECRET\n</think>\n\nAll is well.")]
    [InlineData("<THINK>SECRET</Think >All is well.")]
    [InlineData("<think type=\"deep\">SECRET</think>All is well.")]
    [InlineData("<thinking>SECRET</thinking>All is well.")]
    [InlineData("<thought>SECRET</thought>All is well.")]
    [InlineData("<reasoning>SECRET</reasoning>All is well.")]
    [InlineData("<seed:think>SECRET</seed:think>All is well.")]
    [InlineData("[THINK]SECRET[/THINK]All is well.")]
    [InlineData("◁think▷SECRET◁/think▷All is well.")]
    [InlineData("<|begin_of_thought|>SECRET<|end_of_thought|>All is well.")]
    [InlineData("<|channel|>analysis<|message|>SECRET<|end|><|start|>assistant<|channel|>final<|message|>All is well.<|return|>")]
    [InlineData("<think>SECRET<think>SECRET</think>SECRET</think>All is well.")]
    [InlineData("<think>SECRET<think>SECRET</think>All is well.")]
    [InlineData("<think>SECRET</thinking>All is well.")]
    [InlineData("<think></think>All is well.<think>SECRET")]
    [InlineData("All <think>SECRET</think>is <think>SECRET</think>well.")]
    [InlineData("<think>SECRET < b <th</thin </think>All is well.")]
    [InlineData("<think/>All is well.")]
    [InlineData("The user greets. SECRET</think>\n\nAll is well.")]
    [InlineData("Okay, so SECRET, I should say <b>this</b>.</think>All is well.")]
    [InlineData("We need to answer. SECRET [/THINK]All is well.")]
    public async Task Answer_WithThinking_NeitherShowsNorStreamsIt(string text)
    {
        await using var talk = await Conversation.StartAsync("openai");
        foreach (var size in new[] { 1, 2, 3, 5, 8, text.Length })
        {
            talk.Endpoint.Behaviour = (http, _) => ModelEndpoint.WriteAsync(http, Cut(text, size) + OddAnswers.Stop + OddAnswers.Done);
            var stream = new NotedStream();

            var reply = await talk.SayAsync(stream);

            Assert.Equal(("All is well.", "All is well.", ""), (reply.Text, stream.Text, stream.BeforeDiscard));
            Assert.Equal(text.Contains("SECRET", StringComparison.Ordinal), reply.Thinking?.Contains("SECRET", StringComparison.Ordinal) == true);
        }
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("anthropic")]
    public async Task Answer_ThatBeganThinkingUnannounced_IsTakenBackOnceAndThenHeld(string provider)
    {
        await using var talk = await Conversation.StartAsync(provider);
        talk.Endpoint.Behaviour = (http, _) => ModelEndpoint.WriteAsync(
            http, talk.Dialect.Begin + talk.Dialect.Token("SECRET it is.") + talk.Dialect.Token("</think>") + talk.Dialect.Token("All is well.") + talk.Dialect.End);
        var (first, second) = (new NotedStream(), new NotedStream());

        var replies = new[] { await talk.SayAsync(first), await talk.SayAsync(second) };

        Assert.All(replies, reply => Assert.Equal(("All is well.", "SECRET it is."), (reply.Text, reply.Thinking)));
        Assert.Equal(("All is well.", "All is well."), (first.Text, second.Text));
        Assert.Equal(("SECRET it is.", 1), (first.BeforeDiscard, first.Discards));
        Assert.Equal(("", 0), (second.BeforeDiscard, second.Discards));
    }

    [Theory]
    [InlineData("<think>SECRET and nothing else")]
    [InlineData("<think>SECRET</think>")]
    [InlineData("SECRET</think>\n")]
    public async Task Answer_OfThinkingAlone_IsEmpty(string text)
    {
        await using var talk = await Conversation.StartAsync("openai");
        talk.Endpoint.Behaviour = (http, _) => ModelEndpoint.WriteAsync(http, OddAnswers.Delta($$"""{"content":{{JsonSerializer.Serialize(text)}} }""") + OddAnswers.Stop);
        var stream = new NotedStream();

        var reply = await talk.SayAsync(stream);

        Assert.Equal((FailureCodes.ModelFailed, "remote: the answer is empty", null), (reply.FailureCode, reply.Cause, reply.Text));
        Assert.Equal("", stream.Text);
        Assert.DoesNotContain("SECRET", reply.Cause + talk.Logged, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""["musing","(( ))"]""", "<musing>SECRET</musing>All ((SECRET))is <think>well</think>.", "All is <think>well</think>.")]
    [InlineData("""["Thoughts: Answer:"]""", "THOUGHTS: SECRET answer: All is well.", "All is well.")]
    public async Task Answer_TagsOfTheConfiguration_AreThoseThatCount(string tags, string text, string shown)
    {
        await using var talk = await Conversation.StartAsync("openai", $",\"thinking_tags\":{tags}");
        talk.Endpoint.Behaviour = (http, _) => ModelEndpoint.WriteAsync(http, Cut(text, 4) + OddAnswers.Stop);
        var stream = new NotedStream();

        var reply = await talk.SayAsync(stream);

        Assert.Equal((shown, shown), (reply.Text, stream.Text));
    }

    [Fact]
    public async Task Thinking_OfAnyLength_IsBounded()
    {
        await using var talk = await Conversation.StartAsync("openai");
        talk.Endpoint.Behaviour = (http, _) => ModelEndpoint.WriteAsync(
            http, OddAnswers.Delta($$"""{"reasoning_content":"{{new string('x', 100_000)}}"}""") + OddAnswers.Piece("All is well.") + OddAnswers.Stop);

        Assert.Equal(4000, (await talk.SayAsync()).Thinking!.Length);
    }

    private static string Cut(string text, int size) =>
        string.Concat(text.Chunk(size).Select(piece => OddAnswers.Delta($$"""{"content":{{JsonSerializer.Serialize(new string(piece))}} }""")));
}
