using System.Text;
using FlowEngine.Conversations;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace FlowEngine.Tests.Conversations;

public sealed class ConversationStateJsonTests
{
    private const string Whole =
        """{"v":1,"vars":{"a":1.5},"walk":{"frames":[{"flowVersionId":7,"module":"Home","nodeId":"q","vars":{"x":[1]},"outputs":{"m":"r"}}],"waitingSince":"2026-01-02T03:04:05+00:00","expiresAt":null,"attempts":2}}""";

    [Fact]
    public void Write_OfAWaitingWalk_IsTheDocumentedShape()
    {
        var (state, _) = ConversationStateJson.Read(Whole);

        Assert.Equal(Whole, Encoding.UTF8.GetString(ConversationStateJson.Write(state!)));
        Assert.Equal("q", state!.Walk!.Frames[0].NodeId);
        Assert.Equal("""{"v":1,"vars":{}}""", Encoding.UTF8.GetString(ConversationStateJson.Write(ConversationState.Empty)));
    }

    [Fact]
    public void Write_OfAnyState_RoundTrips() =>
        Prop.ForAll(Values.Variables.Two().ToArbitrary(), pair =>
        {
            var walk = new WalkState(
                [new(1, "Home", "n", pair.Item2, new Dictionary<string, string>())], DateTimeOffset.UnixEpoch, null, 0);
            var json = ConversationStateJson.Write(new() { Vars = pair.Item1, Walk = walk });
            var (read, code) = ConversationStateJson.Read(Encoding.UTF8.GetString(json));
            return code is null && Same(read!.Vars, pair.Item1) && Same(read.Walk!.Frames[0].Vars, pair.Item2);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Read_Nothing_IsTheEmptyState(string? json) => Assert.Same(ConversationState.Empty, ConversationStateJson.Read(json).State);

    [Theory]
    [InlineData("{\"v\":2,\"vars\":{}}")]
    [InlineData("{\"v\":\"1\",\"vars\":{}}")]
    [InlineData("{\"vars\":{}}")]
    [InlineData("{\"v\":1.5}")]
    public void Read_AnotherVersion_SaysSo(string json) =>
        Assert.Equal((null, FailureCodes.StateVersionUnknown), ConversationStateJson.Read(json));

    [Theory]
    [InlineData("garbage")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"v\":1,\"vars\":null}")]
    [InlineData("{\"v\":1,\"vars\":[]}")]
    [InlineData("{\"v\":1,\"vars\":{},\"walk\":{}}")]
    [InlineData("{\"v\":1,\"vars\":{},\"walk\":{\"frames\":[],\"waitingSince\":\"2026-01-01T00:00:00Z\",\"attempts\":0}}")]
    [InlineData("{\"v\":1,\"vars\":{},\"walk\":{\"frames\":[null],\"waitingSince\":\"2026-01-01T00:00:00Z\",\"attempts\":0}}")]
    [InlineData("{\"v\":1,\"vars\":{},\"walk\":{\"frames\":[{\"flowVersionId\":1}],\"waitingSince\":\"2026-01-01T00:00:00Z\"}}")]
    [InlineData("{\"v\":1,\"vars\":{},\"walk\":{\"frames\":[{\"flowVersionId\":1}],\"waitingSince\":\"soon\"}}")]
    public void Read_Garbage_IsUnreadableAndNeverHalfRead(string json) =>
        Assert.Equal((null, FailureCodes.StateUnreadable), ConversationStateJson.Read(json));

    [Fact]
    public void Read_WholeTextCutOrChangedAnywhere_NeverThrowsAndNeverGivesBoth() =>
        Prop.ForAll(Gen.Zip(Gen.Choose(0, Whole.Length - 1), Gen.Elements("", "null", "{", "}", "\"", "9", ",")).ToArbitrary(), change =>
        {
            var (at, inserted) = change;
            foreach (var text in new[] { Whole[..at], Whole[..at] + inserted + Whole[(at + 1)..] })
            {
                var (state, code) = ConversationStateJson.Read(text);
                if (state is null == code is null || state?.Walk?.Frames.Any(frame => frame.Vars is null) == true)
                {
                    return false;
                }
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void TryWrite_NestedDeeperThanCanBeRead_IsNull()
    {
        var deepest = Enumerable.Range(0, ConversationStateJson.MaxNesting).Aggregate(Value.Of("x"), (value, _) => Value.Of([value]));
        var walk = new WalkState(
            [new(1, "Home", "n", Vars(deepest), new Dictionary<string, string>())], DateTimeOffset.UnixEpoch, null, 0);

        var json = ConversationStateJson.TryWrite(new() { Walk = walk });

        Assert.NotNull(ConversationStateJson.Read(Encoding.UTF8.GetString(json!)).State);
        Assert.Null(ConversationStateJson.TryWrite(new() { Vars = Vars(Value.Object(("a", deepest))) }));
    }

    private static Dictionary<string, Value> Vars(Value value) => new() { ["a"] = value };

    private static bool Same(IReadOnlyDictionary<string, Value> left, IReadOnlyDictionary<string, Value> right) =>
        Value.Of(left) == Value.Of(right);
}
