using System.Diagnostics;
using System.Globalization;
using System.Text;
using FlowEngine.Moving.Dumps;
using FlowEngine.Moving.Generating;
using FlowEngine.Moving.Importing;
using FlowEngine.Storage.Legacy;
using Microsoft.Data.Sqlite;
using MySqlConnector;

namespace FlowEngine.Api.Tests.Migration;

public sealed class DumpImportTests
{
    private static readonly string[] s_tables =
        ["ai_conversations", "ai_conversation_messages", "ai_tenant_directives", "ai_prompts", "ai_assistant_configurations", "ai_workflow_nodes"];

    /// <summary>What the legacy system's database has besides.</summary>
    private const string Others = """
        CREATE TABLE prices (id INT PRIMARY KEY, price DECIMAL(10,2), net DECIMAL(10,2) AS (price / 1.2) STORED, place POINT, raw BLOB, note TEXT, at TIMESTAMP DEFAULT CURRENT_TIMESTAMP);
        INSERT INTO prices (id, price, place, raw, note) VALUES (1, 10, ST_GeomFromText('POINT(1 1)'), X'00FF27225C80', 'it''s; -- "x" /* # */');
        ALTER TABLE ai_prompts ADD COLUMN flag BIT(1) DEFAULT b'1', ADD COLUMN length INT AS (CHAR_LENGTH(content)) STORED;
        CREATE VIEW v AS SELECT id, name FROM ai_prompts;
        CREATE TRIGGER tr AFTER INSERT ON prices FOR EACH ROW BEGIN INSERT INTO ai_prompts (name) VALUES (NOW()); END;
        CREATE PROCEDURE p() BEGIN INSERT INTO ai_prompts (name) SELECT 'x'; END;
        """;

    [Fact]
    public async Task Read_ADumpOfAGeneratedDatabase_ImportsAsTheDatabaseItself()
    {
        var options = new GeneratorOptions(120, 2, 5);
        await using var direct = await LegacyWorld.CreateAsync(options.Conversations, options.Seed, options.Tenants);
        await using var dumped = await LegacyWorld.CreateAsync(1, 1, 1);
        var path = $"{dumped.Central}.sql";
        await File.WriteAllLinesAsync(path, LegacyGenerator.Central(options).Select(Insert));

        var expected = await direct.ImportAsync();
        using (var database = await DumpDatabase.ReadAsync(dumped.Get<SourceDatabases>(), path, null, null, default))
        {
            var (report, _) = await dumped.Get<LegacyImport>().RunAsync(new(database.Path!, direct.TenantDatabases, new Dictionary<long, string>()), _ => { }, default);
            var view = database.View(report!.Tables);

            Assert.True(view.IsWhole);
            Assert.Equal(expected.Tables.Where(table => table.Table != "tenant_conversation_flows").Select(table => (table.Table, table.Read)), view.Tables.OrderBy(table => table.Table, StringComparer.Ordinal).Select(table => (table.Table, table.Rows)));
        }

        Assert.Equal(direct.Imported(), dumped.Imported());
    }

    [MySqlFact]
    public async Task Read_DumpsThatMariaDbMakes_HaveTheRowsOfTheDatabase()
    {
        await using var home = (MySqlHome)await DatabaseHome.ForAsync(DatabaseNames.MySql);
        await using var world = await LegacyWorld.CreateAsync(1, 1, 1);
        await world.Get<LegacyDatabaseFile>().WriteAsync(home.ConnectionString, new GeneratorOptions(200, 3, 7), default);
        await RunAsync(home.ConnectionString, Others);
        var expected = await RowsAsync(home.ConnectionString);
        Assert.Contains(expected, row => row.StartsWith("ai_prompts", StringComparison.Ordinal));
        foreach (var options in new[]
        {
            "", "--hex-blob", "--skip-extended-insert", "--replace", "--insert-ignore", "--complete-insert", "--compact", "--databases", "--skip-opt",
            "--routines --triggers --events --hex-blob", "--default-character-set=latin5", "--skip-quote-names", "--no-create-info --complete-insert",
            "--skip-tz-utc --skip-comments", "--compatible=ansi --default-character-set=utf8mb4", "--add-drop-database --databases", "--single-transaction --no-autocommit",
        })
        {
            var path = $"{world.Central}.sql";
            await DumpAsync(home, options, path);

            using var database = await DumpDatabase.ReadAsync(world.Get<SourceDatabases>(), path, null, null, default);

            Assert.Null(database.Refusal);
            Assert.Empty(Differing(expected, Stored(database.Path!), options));
        }
    }

    [MySqlFact]
    public async Task Read_AMariaDbDumpThatIsCutAnywhere_IsAFault()
    {
        await using var home = (MySqlHome)await DatabaseHome.ForAsync(DatabaseNames.MySql);
        await using var world = await LegacyWorld.CreateAsync(1, 1, 1);
        await world.Get<LegacyDatabaseFile>().WriteAsync(home.ConnectionString, new GeneratorOptions(20, 2, 7), default);
        var path = $"{world.Central}.sql";
        await DumpAsync(home, "", path);
        var whole = await File.ReadAllBytesAsync(path);

        // What is behind the last row is settings that are set back.
        var end = Encoding.UTF8.GetString(whole).LastIndexOf("UNLOCK TABLES;", StringComparison.Ordinal);
        var random = new Random(1);
        foreach (var length in Enumerable.Range(0, 200).Select(_ => 1_000 + random.Next(Math.Min(end, whole.Length) - 1_000)))
        {
            var part = new SqlDump(new MemoryStream(whole[..length]), s_tables);

            var fault = Assert.Throws<InvalidDataException>(() => part.Read().Count());
            Assert.StartsWith("Line ", fault.Message, StringComparison.Ordinal);
        }
    }

    private static string Insert(GeneratedRow row) =>
        $"INSERT INTO `{row.Table.Name}` ({string.Join(",", row.Table.Columns.Select(column => $"`{column.Name}`"))}) VALUES ({string.Join(",", row.Values.Select(Value))});";

    private static string Value(object? value) => value switch
    {
        null => "NULL",
        string text => $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}'",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static async Task DumpAsync(MySqlHome home, string options, string path)
    {
        var start = new ProcessStartInfo("mariadb-dump") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["--no-defaults", $"--socket={new MySqlConnectionStringBuilder(home.ConnectionString).Server}", "--user=root", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries), home.Name])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        await using (var file = File.Create(path))
        {
            await process.StandardOutput.BaseStream.CopyToAsync(file);
        }

        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        Assert.True(process.ExitCode == 0, await errors);
    }

    /// <summary>Latin5 has no letter for what was encoded twice: such rows are others already in the dump.</summary>
    private static IReadOnlyList<string> Differing(IReadOnlyList<string> expected, List<string> read, string options)
    {
        var latin5 = options.Contains("latin5", StringComparison.Ordinal)
            ? CodePagesEncodingProvider.Instance.GetEncoding("iso-8859-9", EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback)
            : null;
        Assert.Equal(expected.Count, read.Count);
        return [.. expected.Zip(read).Where(row => row.First != row.Second && (latin5 is null || latin5.GetString(latin5.GetBytes(row.First)) == row.First))
            .Select(row => $"{options}: {row.First} is {row.Second}")];
    }

    private static async Task RunAsync(string connectionString, string sql)
    {
        await using var connection = new MySqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new MySqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(string connectionString)
    {
        await using var connection = new MySqlConnection(connectionString);
        await connection.OpenAsync();
        var rows = new List<string>();
        foreach (var table in s_tables)
        {
            await using var command = new MySqlCommand($"SELECT * FROM {table} ORDER BY id", connection);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                rows.Add(Row(table, Enumerable.Range(0, reader.FieldCount).Select(i => (reader.GetName(i), reader.IsDBNull(i) ? null : reader.GetValue(i)))));
            }
        }

        return rows;
    }

    private static List<string> Stored(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        var rows = new List<string>();
        foreach (var table in s_tables)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table} ORDER BY id";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                rows.Add(Row(table, Enumerable.Range(0, reader.FieldCount).Select(i => (reader.GetName(i), reader.IsDBNull(i) ? null : (object?)reader.GetValue(i)))));
            }
        }

        return rows;
    }

    /// <summary>A generated column is in no dump.</summary>
    private static string Row(string table, IEnumerable<(string Name, object? Value)> values) => string.Join('|', values.Where(value => value.Name != "length")
        .OrderBy(value => value.Name, StringComparer.Ordinal).Select(value => $"{value.Name}={Shown(value.Value)}").Prepend(table));

    private static string Shown(object? value) => value switch
    {
        null => "(null)",
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        bool flag => flag ? "1" : "0",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
