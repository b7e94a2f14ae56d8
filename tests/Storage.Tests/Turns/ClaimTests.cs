using FlowEngine.Chat.Turns;

namespace FlowEngine.Storage.Tests.Turns;

public sealed class ClaimTests
{
    [DatabaseFact]
    public async Task ClaimAsync_CommittedThenSentAgain_IsAnswered(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var writer = database.Get<ITurnWriter>();
        var head = Sample.Head();
        var claim = Sample.Claim(database.Tenant, head);

        Assert.IsType<ClaimResult.Claimed>(await writer.ClaimAsync(claim, default));
        var commit = Sample.Commit(database.Tenant, head) with { Turn = Sample.Turn(1, claim.TurnId, claimed: true) };
        Assert.Equal(CommitResult.Saved, await writer.CommitAsync(commit, default));

        var again = await writer.ClaimAsync(Sample.Claim(database.Tenant, Sample.Head()), default);
        var looked = await database.Get<ITurnReader>().AnsweredAsync(database.Tenant, "session:s1", "k1", "hash", default);
        Assert.Equal(new ClaimResult.Answered(claim.TurnId, """{"seq":1}"""), again);
        Assert.Equal(again, looked);
        Assert.Equal(1, database.Scalar<long>("SELECT COUNT(*) FROM ai_conversations"));
    }

    [DatabaseFact]
    public async Task ClaimAsync_SameKeyUnderWay_IsInFlight(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var writer = database.Get<ITurnWriter>();
        var claim = Sample.Claim(database.Tenant, Sample.Head());
        await writer.ClaimAsync(claim, default);

        Assert.Equal(new ClaimResult.InFlight(claim.TurnId), await writer.ClaimAsync(Sample.Claim(database.Tenant, Sample.Head()), default));
    }

    [DatabaseFact]
    public async Task ClaimAsync_SameKeyOtherBody_IsOtherBody(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var writer = database.Get<ITurnWriter>();
        var claim = Sample.Claim(database.Tenant, Sample.Head());
        await writer.ClaimAsync(claim, default);

        var result = await writer.ClaimAsync(Sample.Claim(database.Tenant, Sample.Head(), body: "another"), default);

        Assert.Equal(new ClaimResult.OtherBody(claim.TurnId), result);
    }

    [DatabaseFact]
    public async Task ClaimAsync_OtherCallerOrTenant_HasItsOwnKeys(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var writer = database.Get<ITurnWriter>();
        await writer.ClaimAsync(Sample.Claim(database.Tenant, Sample.Head()), default);

        Assert.IsType<ClaimResult.Claimed>(await writer.ClaimAsync(Sample.Claim(database.Other, Sample.Head()), default));
        Assert.IsType<ClaimResult.Claimed>(
            await writer.ClaimAsync(Sample.Claim(database.Tenant, Sample.Head()) with { Caller = "key:7" }, default));
    }

    [DatabaseFact]
    public async Task ClaimAsync_SeqTaken_Conflicts(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var writer = database.Get<ITurnWriter>();
        var head = Sample.Head();
        await writer.ClaimAsync(Sample.Claim(database.Tenant, head, key: null), default);

        Assert.IsType<ClaimResult.Conflict>(await writer.ClaimAsync(Sample.Claim(database.Tenant, head, key: null), default));
        Assert.IsType<ClaimResult.Conflict>(
            await writer.ClaimAsync(Sample.Claim(database.Tenant, Sample.Head(isNew: false), key: null), default));
    }

    [DatabaseFact]
    public async Task ClaimAsync_LeaseRanOut_TakesOverAndTheFirstConflicts(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var writer = database.Get<ITurnWriter>();
        var head = Sample.Head();
        var dead = Sample.Claim(database.Tenant, head);
        await writer.ClaimAsync(dead, default);

        var taken = Sample.Claim(database.Tenant, head) with { Now = TestDatabase.Now.AddMinutes(2), LeaseUntil = TestDatabase.Now.AddMinutes(3) };
        Assert.IsType<ClaimResult.Claimed>(await writer.ClaimAsync(taken, default));

        var late = Sample.Commit(database.Tenant, head) with { Turn = Sample.Turn(1, dead.TurnId, claimed: true) };
        Assert.Equal(CommitResult.Conflict, await writer.CommitAsync(late, default));
        Assert.Equal(0, database.Scalar<long>("SELECT COUNT(*) FROM ai_conversation_messages"));
    }

    [DatabaseFact]
    public async Task ClaimAsync_LeaseOfAFirstTurnRanOut_IsTakenOverInTheConversationThatItMade(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var writer = database.Get<ITurnWriter>();
        var made = Sample.Head();
        var dead = Sample.Claim(database.Tenant, made);
        await writer.ClaimAsync(dead, default);

        // The same key in the same session: the turn has the same id, and the conversation is found.
        var found = made with { IsNew = false };
        var again = Again(dead) with { Conversation = found };
        Assert.IsType<ClaimResult.Claimed>(await writer.ClaimAsync(again, default));
        var commit = Sample.Commit(database.Tenant, found) with { Turn = Sample.Turn(1, again.TurnId, claimed: true) };
        Assert.Equal(CommitResult.Saved, await writer.CommitAsync(commit, default));

        Assert.Equal(new ClaimResult.Answered(dead.TurnId, """{"seq":1}"""), await writer.ClaimAsync(again, default));
        Assert.Equal(made.PublicId, (await database.Get<ITurnReader>().ConversationAsync(database.Tenant, made.PublicId, default))?.Head.PublicId);
        Assert.Equal(1, database.Scalar<long>("SELECT COUNT(*) FROM ai_conversations"));
    }

    [DatabaseFact]
    public async Task ClaimAsync_LeaseRanOut_InAnotherConversation_LeavesNoneUnused(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var writer = database.Get<ITurnWriter>();
        var dead = Sample.Claim(database.Tenant, Sample.Head());
        await writer.ClaimAsync(dead, default);
        var other = Sample.Head();

        Assert.IsType<ClaimResult.Claimed>(await writer.ClaimAsync(Again(dead) with { Conversation = other }, default));

        Assert.Equal(1, database.Scalar<long>("SELECT COUNT(*) FROM ai_conversations"));
        Assert.NotNull(await database.Get<ITurnReader>().ConversationAsync(database.Tenant, other.PublicId, default));
    }

    [DatabaseFact]
    public async Task ClaimAsync_LeaseRanOut_OfManyAtOnceOneTakesItOver(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var writer = database.Get<ITurnWriter>();
        var dead = Sample.Claim(database.Tenant, Sample.Head());
        await writer.ClaimAsync(dead, default);
        var again = Again(dead) with { Conversation = dead.Conversation with { IsNew = false } };

        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => writer.ClaimAsync(again, default))));

        Assert.Single(results, result => result is ClaimResult.Claimed);
        Assert.Equal(15, results.Count(result => result == new ClaimResult.InFlight(dead.TurnId)));
        Assert.Equal(1, database.Scalar<long>("SELECT COUNT(*) FROM conversation_turns"));
    }

    [DatabaseFact]
    public async Task ReleaseAsync_Claim_FreesKeyAndUnusedConversation(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var writer = database.Get<ITurnWriter>();
        var claim = Sample.Claim(database.Tenant, Sample.Head());
        await writer.ClaimAsync(claim, default);

        await writer.ReleaseAsync(claim, default);

        Assert.Equal(0, database.Scalar<long>("SELECT COUNT(*) FROM conversation_turns"));
        Assert.Equal(0, database.Scalar<long>("SELECT COUNT(*) FROM ai_conversations"));
        Assert.Null(await database.Get<ITurnReader>().AnsweredAsync(database.Tenant, "session:s1", "k1", "hash", default));
        Assert.IsType<ClaimResult.Claimed>(await writer.ClaimAsync(claim, default));
    }

    /// <summary>The same turn, sent again after the lease.</summary>
    private static TurnClaim Again(TurnClaim dead) =>
        dead with { Now = TestDatabase.Now.AddMinutes(2), LeaseUntil = TestDatabase.Now.AddMinutes(3) };
}
