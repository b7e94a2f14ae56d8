using System.Data.Common;
using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Api.Tests.Comparisons;

/// <summary>The real database, but for statements that a test names: those fail while it says so.</summary>
internal sealed class FaultySql
{
    private int _failed;

    /// <summary>Part of a statement; null: all are well.</summary>
    public string? Fails { get; set; }

    /// <summary>How often one did.</summary>
    public int Failed => Volatile.Read(ref _failed);

    public void Add(WebApplicationBuilder builder)
    {
        var (reads, writes) = (Real(builder, typeof(ISqlReads)), Real(builder, typeof(ISqlWrites)));
        builder.Services.AddSingleton<ISqlReads>(provider => new Reads(this, (ISqlReads)ActivatorUtilities.CreateInstance(provider, reads)));
        builder.Services.AddSingleton<ISqlWrites>(provider => new Writes(this, (ISqlWrites)ActivatorUtilities.CreateInstance(provider, writes)));
    }

    private static Type Real(WebApplicationBuilder builder, Type service) =>
        builder.Services.Single(one => one.ServiceType == service).ImplementationType!;

    private void Check(string sql)
    {
        if (Fails is { } part && sql.Contains(part, StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _failed);
            throw new StorageUnavailableException("database_full", new IOException("secret path"));
        }
    }

    private sealed class Reads(FaultySql faults, ISqlReads inner) : ISqlReads
    {
        public ValueTask<T> QueryAsync<T>(
            string sql, IReadOnlyList<(string Name, object? Value)> arguments, Func<DbDataReader, T> read, CancellationToken cancellationToken)
        {
            faults.Check(sql);
            return inner.QueryAsync(sql, arguments, read, cancellationToken);
        }
    }

    private sealed class Writes(FaultySql faults, ISqlWrites inner) : ISqlWrites
    {
        public Task<IReadOnlyList<int>> ExecuteAsync(IReadOnlyList<SqlWrite> statements, CancellationToken cancellationToken)
        {
            foreach (var statement in statements)
            {
                faults.Check(statement.Sql);
            }

            return inner.ExecuteAsync(statements, cancellationToken);
        }
    }
}
