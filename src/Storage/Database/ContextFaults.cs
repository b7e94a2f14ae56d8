using System.Data.Common;
using FlowEngine.Chat.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FlowEngine.Storage.Database;

/// <summary>Faults of the database come out of contexts as <see cref="StorageUnavailableException"/>, as everywhere else.</summary>
public sealed class ContextFaults(IDatabaseFaults faults) : DbCommandInterceptor, IDbConnectionInterceptor, IDbTransactionInterceptor, ISaveChangesInterceptor
{
    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Throw(eventData.Exception);

    public override Task CommandFailedAsync(
        DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Throw(eventData.Exception);
        return Task.CompletedTask;
    }

    public void ConnectionFailed(DbConnection connection, ConnectionErrorEventData eventData) => Throw(eventData.Exception);

    public Task ConnectionFailedAsync(
        DbConnection connection, ConnectionErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Throw(eventData.Exception);
        return Task.CompletedTask;
    }

    public void TransactionFailed(DbTransaction transaction, TransactionErrorEventData eventData) => Throw(eventData.Exception);

    public Task TransactionFailedAsync(
        DbTransaction transaction, TransactionErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Throw(eventData.Exception);
        return Task.CompletedTask;
    }

    public void SaveChangesFailed(DbContextErrorEventData eventData) => Throw(eventData.Exception);

    public Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Throw(eventData.Exception);
        return Task.CompletedTask;
    }

    private void Throw(Exception fault)
    {
        // Saving wraps what a command threw.
        var cause = fault is DbUpdateException { InnerException: { } inner } ? inner : fault;
        if (cause is StorageUnavailableException told)
        {
            throw told;
        }

        if (faults.CodeOf(cause) is { } code)
        {
            throw new StorageUnavailableException(code, cause);
        }
    }
}
