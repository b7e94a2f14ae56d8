using System.Data.Common;

namespace FlowEngine.Storage.Legacy;

/// <summary>A database that is read by plain ADO.NET and never written: the legacy system's, or our own.</summary>
public interface ISourceDatabase
{
    /// <summary>Read-only; makes nothing, and fails where there is no such database.</summary>
    /// <param name="connection">A connection string; for a database that is a file, its path will do.</param>
    Task<DbConnection> OpenAsync(string connection, CancellationToken cancellationToken);

    /// <summary>Names of the tables.</summary>
    Task<IReadOnlySet<string>> TablesAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>A new database, to be filled; fails where there is one.</summary>
    Task<DbConnection> CreateAsync(string connection, CancellationToken cancellationToken);
}
