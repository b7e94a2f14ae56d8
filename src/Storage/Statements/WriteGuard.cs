using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Turns;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Storage.Statements;

/// <summary>Writes to a server: counted while they are in flight, their faults told as those of the database.</summary>
public sealed class WriteGuard(WritesInFlight writes, IDatabaseFaults faults, ILogger<WriteGuard> logger)
{
    public async Task<T> RunAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await writes.RunAsync(write);
        }
        catch (Exception fault) when (fault is not (StorageUnavailableException or OperationCanceledException) && faults.CodeOf(fault) is { } code)
        {
            Log.WriterFault(logger, fault, code);
            throw new StorageUnavailableException(code, fault);
        }
    }
}
