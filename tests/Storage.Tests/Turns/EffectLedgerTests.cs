using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Storage.Tests.Turns;

public sealed class EffectLedgerTests
{
    private const string Key = "turn:node:1";

    private static readonly EffectIntent s_intent =
        new(EffectKind.External, "webhook", "node", Key, Value.Object(("url", Value.Of("https://crm.example"))));

    [DatabaseFact]
    public async Task IntendAsync_BeforeTheCall_IsReadByAnotherProcess(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var claim = await ClaimAsync(database);

        Assert.Null(await IntendAsync(database, claim));

        Assert.Equal("intended", Status(database));
        Assert.Equal("""{"url":"https://crm.example"}""", database.Scalar<string>("SELECT payload FROM effects"));
        Assert.Equal(1, database.Scalar<long>("SELECT COUNT(*) FROM effects e JOIN ai_conversations c ON c.id = e.conversation_id"));
    }

    [DatabaseFact]
    public async Task IntendAsync_WithoutAConversation_ThrowsAndLeavesNoRow(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var claim = Sample.Claim(database.Tenant, Sample.Head());

        await Assert.ThrowsAsync<InvalidOperationException>(() => IntendAsync(database, claim).AsTask());

        Assert.Equal(0, database.Scalar<long>("SELECT COUNT(*) FROM effects"));
    }

    [DatabaseFact]
    public async Task IntendAsync_DoneBefore_GivesTheResultBack(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var claim = await ClaimAsync(database);
        await IntendAsync(database, claim);
        var result = Value.Object(("status", Value.Of(201)));
        await database.Get<IEffectLedger>().DoneAsync(database.Tenant, Key, result, default);

        await using var restarted = database.Beside();
        var earlier = await restarted.GetRequiredService<IEffectLedger>().IntendAsync(
            database.Tenant, claim.Conversation.PublicId, claim.TurnId, s_intent, default);

        Assert.Equal(result, earlier);
        Assert.Equal("done", Status(database));
    }

    [DatabaseFact]
    public async Task IntendAsync_AfterACrashBetweenIntendedAndDone_IsTakenUpAgain(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var claim = await ClaimAsync(database);
        await IntendAsync(database, claim);

        Assert.Null(await IntendAsync(database, claim));

        Assert.Equal("intended", Status(database));
        Assert.Equal(1, database.Scalar<long>("SELECT COUNT(*) FROM effects"));
    }

    [DatabaseFact]
    public async Task FailedAsync_ThenIntendedAgain_MayBeDone(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var claim = await ClaimAsync(database);
        var ledger = database.Get<IEffectLedger>();
        await IntendAsync(database, claim);

        await ledger.FailedAsync(database.Tenant, Key, Value.Object(("failure", Value.Of("outgoing_timeout"))), default);
        Assert.Equal("failed", Status(database));
        Assert.Null(await IntendAsync(database, claim));
        await ledger.DoneAsync(database.Tenant, Key, Value.Null, default);

        Assert.Equal("done", Status(database));
    }

    [DatabaseFact]
    public async Task IntendAsync_OfAnotherTenant_HasItsOwnRow(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var claim = await ClaimAsync(database);
        await IntendAsync(database, claim);
        var other = Sample.Claim(database.Other, Sample.Head());
        await database.Get<ITurnWriter>().ClaimAsync(other, default);

        await database.Get<IEffectLedger>().IntendAsync(database.Other, other.Conversation.PublicId, other.TurnId, s_intent, default);
        await database.Get<IEffectLedger>().DoneAsync(database.Other, Key, Value.Null, default);

        Assert.Equal("intended", database.Scalar<string>("SELECT status FROM effects WHERE tenant_id = 1"));
        Assert.Equal("done", database.Scalar<string>("SELECT status FROM effects WHERE tenant_id = 2"));
    }

    [DatabaseTheory]
    [InlineData(null)]
    [InlineData("node_failed")]
    public async Task CommitAsync_OfTheTurn_LeavesAnExternalEffectDone(string on, string? failure)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var claim = await ClaimAsync(database);
        await IntendAsync(database, claim);
        await database.Get<IEffectLedger>().DoneAsync(database.Tenant, Key, Value.Of("result"), default);

        var turn = Sample.Turn(1, claim.TurnId, claimed: true) with { FailureCode = failure };
        var commit = Sample.Commit(database.Tenant, claim.Conversation) with { Turn = turn };
        Assert.Equal(CommitResult.Saved, await database.Get<ITurnWriter>().CommitAsync(commit, default));

        Assert.Equal("done", Status(database));
        Assert.Equal("\"result\"", database.Scalar<string>("SELECT result FROM effects"));
    }

    private static async Task<TurnClaim> ClaimAsync(TestDatabase database)
    {
        var claim = Sample.Claim(database.Tenant, Sample.Head());
        Assert.IsType<ClaimResult.Claimed>(await database.Get<ITurnWriter>().ClaimAsync(claim, default));
        return claim;
    }

    private static ValueTask<Value?> IntendAsync(TestDatabase database, TurnClaim claim) =>
        database.Get<IEffectLedger>().IntendAsync(database.Tenant, claim.Conversation.PublicId, claim.TurnId, s_intent, default);

    private static string Status(TestDatabase database) => database.Scalar<string>("SELECT status FROM effects");
}
