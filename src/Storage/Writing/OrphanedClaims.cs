using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Statements;
using FlowEngine.Storage.Turns;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Storage.Writing;

/// <summary>Where no other process gives a sign of life, what is claimed was claimed by the dead.</summary>
internal sealed class OrphanedClaims(
    ILifeSign life, IStatementRunner runner, ISqlReads reads, IDatabaseFaults faults, TimeProvider time, ILogger<OrphanedClaims> logger)
    : IOrphanedClaims, IAsyncDisposable, IDisposable
{
    private const string Claimed = "SELECT tenant_id, id FROM conversation_turns WHERE status = 'claimed'";

    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _ending = new();
    private Task _alive = Task.CompletedTask;

    public async Task<int> DropAsync(CancellationToken cancellationToken)
    {
        try
        {
            var dropped = 0;
            var session = await life.GiveAsync(async () => dropped = await DropAllAsync(cancellationToken), cancellationToken);
            _alive = LiveAsync(session, _ending.Token);
            return dropped;
        }
        catch (Exception fault) when (fault is not StorageUnavailableException && faults.CodeOf(fault) is { } code)
        {
            throw new StorageUnavailableException(code, fault);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _alive;
        _ending.Dispose();
    }

    public void Dispose() => _ending.Cancel();

    private async Task<int> DropAllAsync(CancellationToken cancellationToken)
    {
        var claims = await reads.QueryAsync(Claimed, [], reader => reader.All(row => (Tenant: row.GetInt64(0), Turn: row.GetGuid(1))), cancellationToken);
        if (claims.Count > 0)
        {
            SqlStatement[] statements = [.. claims.SelectMany(claim => ClaimStatements.Remove(claim.Tenant, claim.Turn))];
            await runner.GuardAsync(() => runner.RunAsync(statements, cancellationToken), cancellationToken);
        }

        return claims.Count;
    }

    /// <summary>Notices when the sign is lost, and gives it again.</summary>
    private async Task LiveAsync(ILifeSession session, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await using (session)
                {
                    await session.UntilLostAsync(cancellationToken);
                }

                Log.LifeSignLost(logger);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }

            if (await AgainAsync(cancellationToken) is not { } next)
            {
                return;
            }

            session = next;
        }
    }

    /// <summary>Null where the process ends.</summary>
    private async Task<ILifeSession?> AgainAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await Task.Delay(s_pause, time, cancellationToken);
                return await life.GiveAsync(alone: null, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return null;
            }
            catch (Exception fault) when (faults.CodeOf(fault) is not null)
            {
                // The server is not back yet.
            }
        }
    }
}
