using MySqlConnector;

namespace FlowEngine.Storage.MySql.Connections;

/// <summary>
/// Runs a transaction again that the server chose to undo. Those that met wait for different times before they go again: without a
/// pause they meet again, and on a busy machine more often than anybody would try.
/// </summary>
internal static class DeadlockRetry
{
    private const int Attempts = 10;

    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMilliseconds(250);

    public static Task<T> RunAsync<T>(Func<Task<T>> transaction, CancellationToken cancellationToken) =>
        RunAsync(transaction, MySqlFaults.IsDeadlock, cancellationToken);

    /// <param name="transaction">All of it is undone where it throws.</param>
    /// <param name="isMeeting">Whether another transaction was in the way.</param>
    /// <param name="cancellationToken">Ends a pause.</param>
    public static async Task<T> RunAsync<T>(
        Func<Task<T>> transaction, Func<MySqlException, bool> isMeeting, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await transaction();
            }
            catch (MySqlException fault) when (attempt < Attempts && isMeeting(fault))
            {
                await Task.Delay(Pause(attempt), cancellationToken);
            }
        }
    }

    /// <summary>Doubles from one attempt to the next; a random part of it, at least half.</summary>
    private static TimeSpan Pause(int attempt)
    {
        var longest = TimeSpan.FromTicks(Math.Min(s_firstPause.Ticks << attempt, s_longestPause.Ticks));
        return longest * (0.5 + (Random.Shared.NextDouble() / 2));
    }
}
