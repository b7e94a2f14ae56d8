using Npgsql;

namespace FlowEngine.Storage.PostgreSql.Connections;

/// <summary>The connection is gone, as after a restart of the server: what was sent over it may or may not have been done.</summary>
internal sealed class LostConnectionException(Exception cause) : NpgsqlException("The connection to the database was lost.", cause)
{
    public LostConnectionException()
        : this(new InvalidOperationException())
    {
    }
}
