using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace FlowEngine.Storage.Sqlite.Connections;

/// <summary>Opens connections to the one database file, each set up the same way.</summary>
internal sealed class SqliteConnections
{
    /// <summary>
    /// What was written goes into the main file every 4,000 pages (16 MB) instead of every 1,000: the pages that each turn changes are
    /// copied once for many turns, and fewer turns wait for it.
    /// </summary>
    private const string Writing = "PRAGMA journal_mode=WAL;PRAGMA wal_autocheckpoint=4000;";

    /// <summary>Reads the file, which pragmas alone may not.</summary>
    private const string Reading = "PRAGMA schema_version;";

    private readonly SqliteOptions _options;
    private readonly SqliteConnectionStringBuilder _settings;

    public SqliteConnections(string connectionString, SqliteOptions options, DatabaseFile file, TimeProvider time)
    {
        _options = options;
        File = file;
        _settings = new SqliteConnectionStringBuilder(connectionString)
        {
            DefaultTimeout = Math.Max(1, (int)options.BusyTimeout.TotalSeconds),
        };
        FilePath = PathOf(connectionString);
        Damage = new(FilePath, OpenRead, time);
        IsReadOnly = _settings.Mode == SqliteOpenMode.ReadOnly;
    }

    public static string PathOf(string connectionString) => Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);

    public string FilePath { get; }

    public SqliteDamage Damage { get; }

    public DatabaseFile File { get; }

    public bool IsReadOnly { get; }

    /// <summary>For contexts; their connections are <see cref="SetUp">set up</see> when opened.</summary>
    public string ContextConnectionString => With(Mode, pooling: true);

    private string Session => string.Create(
        CultureInfo.InvariantCulture,
        $"PRAGMA busy_timeout={(int)_options.BusyTimeout.TotalMilliseconds};PRAGMA synchronous={_options.Synchronous};")
        + (_options.MaxPages == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count={_options.MaxPages};"));

    private SqliteOpenMode Mode => IsReadOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite;

    public SqliteConnection OpenRead() => Open(Mode, "PRAGMA query_only=1;");

    public SqliteConnection OpenWrite() => Open(Mode, IsReadOnly ? "" : Writing);

    /// <summary>Makes the file where it is missing.</summary>
    public SqliteConnection OpenOrCreate() =>
        Open(IsReadOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate, IsReadOnly ? "" : Writing);

    /// <summary>Prepares a connection that was opened.</summary>
    public void SetUp(DbConnection connection, string pragmas = "")
    {
        using var command = connection.CreateCommand();
        command.CommandText = Session + pragmas + Reading;
        command.ExecuteNonQuery();
        File.Opened();
    }

    private SqliteConnection Open(SqliteOpenMode mode, string pragmas)
    {
        File.PutAsideSidecars();
        var connection = new SqliteConnection(With(mode, pooling: false));
        try
        {
            connection.Open();
            SetUp(connection, pragmas);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private string With(SqliteOpenMode mode, bool pooling) =>
        new SqliteConnectionStringBuilder(_settings.ConnectionString) { Mode = mode, Pooling = pooling }.ConnectionString;
}
