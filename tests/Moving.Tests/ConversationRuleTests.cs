using FlowEngine.Conversations;
using FlowEngine.Moving.Rules;
using FsCheck;
using FsCheck.Fluent;

namespace FlowEngine.Moving.Tests;

public sealed class ConversationRuleTests
{
    [Fact]
    public void Carry_ARowOfBothEngines_KeepsEveryColumn()
    {
        var carried = ConversationRule.Carry(Rows.Conversation(
            ("feature_slug", "shop"), ("prompt_id", 4L), ("metadata", """{"a":1}"""), ("flow_id", 2L), ("context_data", """{"phone":"05"}""")));

        var draft = carried.Draft!;
        Assert.Equal(("s-7", "shop", 4L, """{"a":1}""", 2L, EngineColumns.Both), (draft.SessionId, draft.FeatureSlug, draft.PromptId, draft.Metadata, draft.FlowId, draft.Engines));
        Assert.Equal(new DateTimeOffset(2025, 11, 4, 10, 0, 0, TimeSpan.Zero), draft.CreatedAt);
        Assert.Equal(draft.CreatedAt, draft.UpdatedAt);
        Assert.Empty(carried.Notes);
    }

    [Theory]
    [InlineData("tenant_id", null, MovingCodes.NoTenant)]
    [InlineData("tenant_id", "abc", MovingCodes.NoTenant)]
    [InlineData("id", null, MovingCodes.NoId)]
    public void Carry_ARowOfNobody_IsRefused(string column, string? value, string code) =>
        Assert.Equal(code, ConversationRule.Carry(Rows.Conversation((column, value))).Refusal);

    [Fact]
    public void Session_OfTheLargestLength_IsKeptAndALongerOneIsReplaced()
    {
        Assert.Equal((new string('x', 64), null), SessionRule.Of(new string('x', 64), 7));
        Assert.Equal(MovingCodes.SessionTooLong, SessionRule.Of(new string('x', 65), 7).Note);
    }

    [Theory]
    [InlineData("session_id", null, MovingCodes.SessionMade)]
    [InlineData("created_at", "0000-00-00 00:00:00", MovingCodes.NoTime)]
    [InlineData("metadata", """{"a":""", MovingCodes.BrokenMetadata)]
    [InlineData("context_data", """{"a":""", MovingCodes.BrokenContext)]
    [InlineData("context_data", """{"products":[1]}""", MovingCodes.ContextPartly)]
    [InlineData("state_history", """[{"node_id":"node_1"}]""", MovingCodes.HistoryLeft)]
    public void Carry_ARowWithDirt_IsCarriedAndNamesIt(string column, string? value, string code)
    {
        var carried = ConversationRule.Carry(Rows.Conversation((column, value)));

        Assert.NotNull(carried.Draft);
        Assert.Equal([code], carried.Notes);
    }

    [Fact]
    public void Carry_AnyTexts_GivesASessionThatFitsAStateThatReadsAndTheMetadataAsItStood() =>
        Prop.ForAll<string?, string?, string?>((session, metadata, context) =>
        {
            var draft = ConversationRule.Carry(Rows.Conversation(("session_id", session), ("metadata", metadata), ("context_data", context))).Draft!;
            return draft.SessionId.Length is > 0 and <= SessionRule.MaxLength
                && draft.Metadata == metadata
                && ConversationStateJson.Read(draft.State).State is { Walk: null };
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Carry_TwoLongSessions_KeepsThemApart()
    {
        var sessions = new[] { 'a', 'b' }.Select(end => ConversationRule.Carry(Rows.Conversation(("session_id", new string('x', 90) + end))));

        Assert.Equal(2, sessions.Select(carried => carried.Draft!.SessionId).Distinct().Count());
    }
}
