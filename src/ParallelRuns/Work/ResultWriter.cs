using System.Threading.Channels;
using FlowEngine.ParallelRuns.Planning;
using FlowEngine.Storage.Comparisons;
using Microsoft.Extensions.Logging;

namespace FlowEngine.ParallelRuns.Work;

/// <summary>Writes results several at once: what comes within a short time shares a transaction.</summary>
public sealed class ResultWriter(ComparisonQueue queue, ComparisonSignal signal, TimeProvider time, ILogger<ResultWriter> logger)
{
    /// <summary>A user's turn that comes meanwhile waits for no more than these.</summary>
    private const int Most = 8;
    private const int Waiting = 256;

    private static readonly TimeSpan s_gather = TimeSpan.FromMilliseconds(50);

    private readonly Channel<CompletedComparison> _results = Channel.CreateBounded<CompletedComparison>(Waiting);

    public ValueTask AddAsync(CompletedComparison result) => _results.Writer.WriteAsync(result, CancellationToken.None);

    /// <summary>Nothing more is added.</summary>
    public void Complete() => _results.Writer.TryComplete();

    /// <summary>Ends when it is complete and everything that was added is written.</summary>
    public async Task RunAsync()
    {
        var batch = new List<CompletedComparison>(Most);
        while (await _results.Reader.WaitToReadAsync(CancellationToken.None))
        {
            await Task.Delay(s_gather, time, CancellationToken.None);
            while (Take(batch))
            {
                await WriteAsync(batch);
            }
        }
    }

    /// <returns>False where nothing waits.</returns>
    private bool Take(List<CompletedComparison> batch)
    {
        batch.Clear();
        while (batch.Count < Most && _results.Reader.TryRead(out var result))
        {
            batch.Add(result);
        }

        return batch.Count > 0;
    }

    private async Task WriteAsync(IReadOnlyList<CompletedComparison> batch)
    {
        try
        {
            await queue.FinishAsync(batch, CancellationToken.None);

            // The next turns of these conversations can be taken now.
            signal.Ring();
        }
        catch (Exception fault)
        {
            // Their leases end by themselves, and they are run again.
            Log.RoundFailed(logger, fault, nameof(ResultWriter));
        }
    }
}
