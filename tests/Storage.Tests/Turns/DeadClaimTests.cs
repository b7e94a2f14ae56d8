using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Storage.Tests.Turns;

public sealed class DeadClaimTests
{
    [DatabaseFact]
    public async Task DropAsync_NobodyElseLives_FreesKeysAndUnusedConversations(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var claim = Sample.Claim(database.Tenant, Sample.Head());
        await database.Get<ITurnWriter>().ClaimAsync(claim, default);
        await using var restarted = database.Beside();

        Assert.Equal(1, await restarted.GetRequiredService<IOrphanedClaims>().DropAsync(default));

        Assert.Equal(0, database.Scalar<long>("SELECT COUNT(*) FROM ai_conversations"));
        Assert.IsType<ClaimResult.Claimed>(await restarted.GetRequiredService<ITurnWriter>().ClaimAsync(claim, default));
    }

    [DatabaseFact]
    public async Task DropAsync_AnotherProcessLives_LeavesItsClaims(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await database.Get<IOrphanedClaims>().DropAsync(default);
        await database.Get<ITurnWriter>().ClaimAsync(Sample.Claim(database.Tenant, Sample.Head()), default);
        await using var second = database.Beside();

        Assert.Equal(0, await second.GetRequiredService<IOrphanedClaims>().DropAsync(default));
        Assert.Equal(1, database.Scalar<long>("SELECT COUNT(*) FROM conversation_turns"));
    }

    [DatabaseFact]
    public async Task CommitAsync_NumberOfALapsedClaim_IsTaken(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var writer = database.Get<ITurnWriter>();
        var head = Sample.Head();
        Assert.Equal(CommitResult.Saved, await writer.CommitAsync(Sample.Commit(database.Tenant, head), default));
        var known = head with { IsNew = false };
        await writer.ClaimAsync(Sample.Claim(database.Tenant, known, seq: 2), default);
        var next = Sample.Commit(database.Tenant, known, seq: 2, rowVersion: 1);

        Assert.Equal(CommitResult.Conflict, await writer.CommitAsync(next, default));
        var later = next with { Change = next.Change with { UpdatedAt = TestDatabase.Now.AddMinutes(2) } };
        Assert.Equal(CommitResult.Saved, await writer.CommitAsync(later, default));

        Assert.Equal(2, database.Scalar<long>("SELECT MAX(seq) FROM conversation_turns"));
    }
}
