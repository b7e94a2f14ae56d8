using Microsoft.Extensions.Logging;

namespace FlowEngine.ParallelRuns.Judging;

/// <summary>
/// The time that the models which one verdict asks have together. Whatever goes wrong with them, the verdict is made without them.
/// </summary>
internal sealed class AskingTime(TimeSpan most, Guid turnId, TimeProvider time, ILogger logger)
{
    /// <summary>What a call that is cancelled may take to come back, before it is left alone.</summary>
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(1);

    private long? _began;

    /// <returns>Null where there was no answer.</returns>
    /// <exception cref="OperationCanceledException">The service stops.</exception>
    public async ValueTask<T?> WithinAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken stopping)
        where T : class
    {
        var left = most - time.GetElapsedTime(_began ??= time.GetTimestamp());
        if (left <= TimeSpan.Zero)
        {
            return null;
        }

        using var timer = new CancellationTokenSource(left, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, timer.Token);
        try
        {
            return await Task.Run(() => ask(either.Token), stopping).WaitAsync(left + s_grace, time, stopping);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException && !stopping.IsCancellationRequested)
        {
            Log.VerdictWithoutModel(logger, turnId, fault.GetType().Name);
            return null;
        }
    }
}
