using FlowEngine.Chat;
using FlowEngine.Chat.Background;
using FlowEngine.Chat.Queues;
using FlowEngine.Storage.Comparisons;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FlowEngine.ParallelRuns.Work;

/// <summary>
/// Gives what turns ask to be compared rows of their own soon after the turn, also while no candidate may run, so that whoever reads comparisons sees
/// them as pending and need not write. While users' turns wait to be written it stands back, for some seconds at most.
/// </summary>
public sealed class ComparisonEntry(
    AskedTurns asked, IWriteQueue writes, IOptions<ChatOptions> chat, TimeProvider time, ILogger<ComparisonEntry> logger)
    : RepeatingService(TimeSpan.FromSeconds(1), time, logger)
{
    private const int MostBatches = 8;
    private const int MostRoundsBack = 5;

    private static readonly int s_manyWrites = 2 * Environment.ProcessorCount;

    private int _roundsBack;

    protected override async Task RoundAsync(CancellationToken stopping)
    {
        if (writes.Length > s_manyWrites && ++_roundsBack < MostRoundsBack)
        {
            return;
        }

        _roundsBack = 0;
        await EnterAsync(stopping);
    }

    private async Task EnterAsync(CancellationToken cancellationToken)
    {
        foreach (var tenant in await asked.TenantsAsync(chat.Value.InstanceId, cancellationToken))
        {
            for (var i = 0; i < MostBatches && await asked.EnterAsync(tenant, cancellationToken) == AskedTurns.Batch; i++)
            {
                // More may wait.
            }
        }
    }
}
