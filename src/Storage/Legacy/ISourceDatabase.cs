using System.Data.Common;

namespace FlowEngine.Storage.Legacy;

/// <summary>A kind of database that is read by plain ADO.NET and never written: the legacy system's, or our own.</summary>
public interface ISourceDatabase
{
    /// <summary>Whether the connection string is one of this kind of database.</summary>
    bool Takes(string connection);

    /// <summary>Read-only; makes nothing, and fails where there is no such database.</summary>
    /// <param name="connection">A connection string; for a database that is a file, its path will do.</param>
    Task<DbConnection> OpenAsync(string connection, CancellationToken cancellationToken);

    /// <summary>Names of the tables.</summary>
    Task<IReadOnlySet<string>> TablesAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>A new database, to be filled; fails where there is one.</summary>
    Task<DbConnection> CreateAsync(string connection, CancellationToken cancellationToken);

    /// <summary>Where a tenant's own database stands beside the central one.</summary>
    string OfTenant(string connection, long tenant);

    /// <summary>The type of a column of the legacy schema.</summary>
    /// <param name="type">As MySQL and SQLite write it.</param>
    string ColumnType(string type);

    /// <summary>The value of a column of that type where it is written as text.</summary>
    /// <param name="parameter">With its <c>@</c>.</param>
    string Value(string parameter, string type);
}
