using FlowEngine.Api.Tests.Harness;
using FlowEngine.Conversations;
using FlowEngine.ParallelRuns.Recorded;
using FsCheck;
using FsCheck.Fluent;

namespace FlowEngine.Api.Tests.Comparisons.Playing;

public sealed class RecordedTalksTests : IDisposable
{
    private readonly TemporaryDatabase _home = new();

    private string Path => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(_home.FilePath)!, "talks.ndjson");

    [Fact]
    public async Task Read_OfBothForms_KeepsTheOrderAndWhatIsSaid()
    {
        var (talks, faults) = await ReadAsync(
            """{"id":"a","language":"en","metadata":{"page":"/x"},"outcome":"lead","messages":[{"role":"user","text":"Hi"},{"role":"assistant","text":""},{"role":"user","text":"Bye"}]}""",
            "",
            """{"id":7,"turns":["Merhaba"],"more":"is not read"}""");

        Assert.Empty(faults);
        Assert.Equal(["a", "7"], talks.Select(talk => talk.Id));
        Assert.Equal(["Hi", "Bye"], talks[0].OfUser);
        Assert.Equal(("en", "lead", "/x"), (talks[0].Language, talks[0].Outcome, talks[0].Metadata["page"]));
        Assert.Equal(MessageRole.Assistant, talks[0].Said[1].Role);
        Assert.Equal(["Merhaba"], talks[1].OfUser);
    }

    [Theory]
    [InlineData("""{"id":"1","turns":["a"]""", "this is not valid JSON, or a name occurs twice (at character ")]
    [InlineData("""{"id":"1","id":"2","turns":["a"]}""", "this is not valid JSON, or a name occurs twice")]
    [InlineData("""["a"]""", "a line must be one object")]
    [InlineData("""{"turns":["a"]}""", "'id' is missing")]
    [InlineData("""{"id":"1"}""", "it takes 'messages' or 'turns'")]
    [InlineData("""{"id":"1","turns":["a"],"messages":[]}""", "it takes 'messages' or 'turns'")]
    [InlineData("""{"id":"1","turns":[]}""", "the user says nothing")]
    [InlineData("""{"id":"1","turns":"a"}""", "'turns' must be a list")]
    [InlineData("""{"id":"1","turns":["a"," "]}""", "'turns[1]' takes 1 to 10000 characters")]
    [InlineData("""{"id":"1","turns":[1]}""", "'turns[0]' must be a text")]
    [InlineData("""{"id":"1","turns":["a\u0000"]}""", "'turns[0]' contains a NUL character")]
    [InlineData("""{"id":"1","messages":["a"]}""", "'messages[0]' must be an object with 'role' and 'text'")]
    [InlineData("""{"id":"1","messages":[{"role":"system","text":"a"}]}""", "'messages[0].role' must be 'user' or 'assistant'")]
    [InlineData("""{"id":"1","messages":[{"role":"user"}]}""", "'messages[0].text' is missing")]
    [InlineData("""{"id":"1","language":"english","turns":["a"]}""", "'english' is not a language")]
    [InlineData("""{"id":"1","metadata":{"a":1},"turns":["a"]}""", "'metadata.a' must be a text")]
    [InlineData("""{"id":"good","turns":["a"]}""", "the id 'good' is already used on line 1")]
    public async Task Read_OfABadLine_NamesItAndGivesNothing(string line, string expected)
    {
        var (talks, faults) = await ReadAsync("""{"id":"good","turns":["a"]}""", line);

        Assert.Empty(talks);
        Assert.Contains($"talks.ndjson, line 2: {expected}", Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_OfManyBadLines_IsBounded()
    {
        var (_, faults) = await ReadAsync([.. Enumerable.Repeat("x", 30)]);

        Assert.Equal(21, faults.Count);
        Assert.Equal("And 10 lines more.", faults[^1]);
    }

    [Fact]
    public void Read_OfAnyText_NeverThrows() => Prop.ForAll<string>(text =>
    {
        var (talk, fault) = RecordedLine.Read(text ?? "");
        return talk is null != fault is null;
    }).QuickCheckThrowOnFailure();

    public void Dispose() => _home.Dispose();

    private async Task<(IReadOnlyList<RecordedTalk> Talks, IReadOnlyList<string> Faults)> ReadAsync(params string[] lines)
    {
        await File.WriteAllLinesAsync(Path, lines);
        return await RecordedTalks.ReadAsync(Path, CancellationToken.None);
    }
}
