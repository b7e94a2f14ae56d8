using System.Data.Common;
using System.Globalization;
using System.Text;
using MySqlConnector;

namespace FlowEngine.Databases;

/// <summary>A database of the test process's server.</summary>
public sealed class MySqlHome : DatabaseHome
{
    private readonly MySqlServer _server;
    private readonly Lazy<string> _script;

    public MySqlHome(MySqlServer server)
    {
        _server = server;
        Name = server.NewName();
        _script = new(Script);
    }

    public string Name { get; }

    public override string Provider => DatabaseNames.MySql;

    public override string ConnectionString => _server.ConnectionString(Name);

    public override Task<bool> ExistsAsync() => _server.ExistsAsync(Name);

    public override Task CreateAsync() => _server.CreateAsync(Name, "");

    public override Task CopyAsync(DatabaseHome template) => _server.CreateAsync(Name, ((MySqlHome)template)._script.Value);

    public override Task<string> ReadOnlyAsync() => _server.AddReaderAsync(Name);

    public override DbConnection Open()
    {
        var connection = new MySqlConnection($"{ConnectionString};Pooling=false");
        connection.Open();

        // The SQL of tests is the standard's, with times as SQLite has them.
        using var command = new MySqlCommand("SET sql_mode = 'ANSI_QUOTES,PIPES_AS_CONCAT', time_zone = '+00:00'", connection);
        command.ExecuteNonQuery();
        return connection;
    }

    public override async ValueTask DisposeAsync() => await _server.DropAsync(Name);

    /// <summary>Makes all tables, rows and triggers of this database in another.</summary>
    private string Script()
    {
        var sql = new StringBuilder();
        foreach (var table in Query("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()", Text))
        {
            sql.AppendLine(CultureInfo.InvariantCulture, $"CREATE TABLE `{table}` LIKE {Name}.`{table}`;");
            if (Scalar<long>($"SELECT COUNT(*) FROM `{table}`") > 0)
            {
                var columns = Scalar<string>(
                    $"SELECT GROUP_CONCAT(CONCAT('`', column_name, '`')) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = '{table}' AND COALESCE(generation_expression, '') = ''");
                sql.AppendLine(CultureInfo.InvariantCulture, $"INSERT INTO `{table}` ({columns}) SELECT {columns} FROM {Name}.`{table}`;");
            }
        }

        foreach (var trigger in Query("SELECT trigger_name FROM information_schema.triggers WHERE trigger_schema = DATABASE()", Text))
        {
            sql.AppendLine(Query($"SHOW CREATE TRIGGER `{trigger}`", row => row.GetString(2))[0] + ";");
        }

        return sql.ToString();
    }

    private static string Text(DbDataReader row) => row.GetString(0);
}
