using System.Diagnostics;

namespace FlowEngine.Api.Tests.Harness;

/// <summary>Waits that fail by name: a test that waits for ever tells nobody what it waits for.</summary>
internal static class BoundedWaits
{
    /// <summary>Longer than anything that a test waits for takes on a busy machine.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(4);

    /// <param name="what">A process that does not end is killed, with those that it started.</param>
    public static async Task ExitedAsync(this Process process, string what)
    {
        using var patience = new CancellationTokenSource(s_patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{what} did not end within {s_patience.TotalMinutes} minutes.");
        }
    }

    public static async Task<T> ComesAsync<T>(this Task<T> task, string what)
    {
        await ((Task)task).ComesAsync(what);
        return await task;
    }

    public static async Task ComesAsync(this Task task, string what)
    {
        try
        {
            await task.WaitAsync(s_patience);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"{what} did not come within {s_patience.TotalMinutes} minutes.");
        }
    }
}
