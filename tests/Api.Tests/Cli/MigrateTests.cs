using System.Diagnostics;
using System.Text.Json;
using FlowEngine.Api.Tests.Harness;
using Microsoft.Data.Sqlite;

namespace FlowEngine.Api.Tests.Cli;

public sealed class MigrateTests : IDisposable
{
    private const string Legacy = """
        CREATE TABLE tenants (id INTEGER PRIMARY KEY, name TEXT, slug TEXT);
        CREATE TABLE ai_conversations (
          id INTEGER PRIMARY KEY, tenant_id INTEGER, user_id INTEGER, session_id VARCHAR(255) UNIQUE, feature_slug VARCHAR(100), is_active BOOLEAN,
          metadata JSON, created_at TIMESTAMP, updated_at TIMESTAMP);
        CREATE TABLE ai_conversation_messages (
          id INTEGER PRIMARY KEY, conversation_id INTEGER NOT NULL REFERENCES ai_conversations (id) ON DELETE CASCADE, role TEXT, content TEXT, created_at TIMESTAMP);
        INSERT INTO tenants VALUES (1, 'one', 'one');
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
        INSERT INTO ai_conversations SELECT i, 1, NULL, 's' || i, 'shop', 1, '{}', '2025-11-04 10:00:00', '2025-11-04 10:00:00' FROM n;
        INSERT INTO ai_conversation_messages SELECT id, id, 'user', 'merhaba ' || id, created_at FROM ai_conversations;
        """;

    private readonly CommandLine _program = new();

    [Fact]
    public async Task Status_WithPlan_WritesTheSqlAndChangesNothing()
    {
        Run("CREATE TABLE ai_conversations (id INTEGER PRIMARY KEY, session_id TEXT UNIQUE)");

        var text = (await _program.RunAsync("migrate", "status", "--plan")).Expect(1).Output;
        var json = JsonElement.Parse((await _program.RunAsync("migrate", "status", "--plan", "--json")).Expect(1).Output);

        Assert.Contains("-- table ai_conversations as the model", text, StringComparison.Ordinal);
        Assert.Contains("CREATE TABLE \"ai_conversations__new\"", text, StringComparison.Ordinal);
        Assert.Equal(json.GetProperty("missing").GetArrayLength(), json.GetProperty("plan").GetArrayLength());
        Assert.Equal(1, _program.Database.Count("sqlite_master WHERE type = 'table'"));
    }

    [Fact]
    public async Task Verify_ThenUpThenDown_SayWhatDiffersAndWhatStays()
    {
        Run(Legacy);

        var before = JsonElement.Parse((await _program.RunAsync("migrate", "verify", "--json")).Expect(1).Output);
        (await _program.RunAsync("migrate", "up", "--no-backup", "thrown away")).Expect(0);
        (await _program.RunAsync("migrate", "verify")).Expect(0);
        var plan = (await _program.RunAsync("migrate", "down", "--plan")).Expect(1);
        var down = JsonElement.Parse((await _program.RunAsync("migrate", "down", "--json")).Expect(1).Output);

        Assert.Contains(before.GetProperty("differences").EnumerateArray(), difference => difference.GetProperty("kind").GetString() == "columnDiffers"
            && difference.GetProperty("table").GetString() == "ai_conversations" && difference.GetProperty("name").GetString() == "session_id");
        Assert.Contains("ALTER TABLE \"ai_conversations\" DROP COLUMN \"public_id\";", plan.Output, StringComparison.Ordinal);
        Assert.Contains(down.GetProperty("refused").EnumerateArray(), refusal => refusal.GetString() == "table tenants stays: it has 1 rows");
        Assert.True(File.Exists(down.GetProperty("backup").GetString()));
        Assert.Equal(2, _program.Database.Count("audit_logs WHERE tenant_id = 0"));
        Assert.Equal(20_000, _program.Database.Count("ai_conversations"));
        Assert.Equal(0, _program.Database.Count("pragma_table_info('ai_conversations') WHERE name = 'public_id'"));
    }

    [Fact]
    public async Task Up_OfTwoProcessesAtOnce_OneMigratesAndTheOtherWaits()
    {
        Run(Legacy);
        Process[] both;
        await using (File.Open(_program.Database.FilePath + ".migrate.lock", FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            both = [_program.Start("migrate", "up", "--json"), _program.Start("migrate", "up", "--json")];
        }

        var outputs = await Task.WhenAll(both.Select(process => process.StandardOutput.ReadToEndAsync())).ComesAsync("The output of 'migrate up'");
        await Task.WhenAll(both.Select(process => process.ExitedAsync("migrate up")));

        Assert.All(both, process => Assert.Equal(0, process.ExitCode));
        Assert.Single(outputs, output => JsonElement.Parse(output).GetProperty("applied").GetArrayLength() > 0);
        Assert.Single(Directory.GetFiles(_program.Folder, "*.backup-*"), file => !file.EndsWith("-wal", StringComparison.Ordinal));
        Assert.Equal(20_000, _program.Database.Count("ai_conversation_messages"));
    }

    [Fact]
    public async Task Up_KilledOnItsWay_LeavesAllAsItWasAndTheNextFinishes()
    {
        Run(Legacy);
        foreach (var until in (Func<bool>[])[Backup, Writing])
        {
            using var process = _program.Start("migrate", "up");
            while (!until() && !process.HasExited)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(2));
            }

            process.Kill();
            await process.ExitedAsync("The killed 'migrate up'");
        }

        Assert.Equal(20_000, _program.Database.Count("ai_conversations"));
        Assert.Equal(20_000, _program.Database.Count("ai_conversation_messages"));
        (await _program.RunAsync("migrate", "up")).Expect(0);
        (await _program.RunAsync("migrate", "verify")).Expect(0);
        Assert.Equal(20_000, _program.Database.Count("ai_conversations WHERE session_id = 's' || id"));
        Assert.Equal(20_000, _program.Database.Count("ai_conversation_messages WHERE content = 'merhaba ' || id"));
    }

    public void Dispose() => _program.Dispose();

    private bool Backup() => Directory.GetFiles(_program.Folder, "*.backup-*").Length > 0;

    /// <summary>Pages of the change stand in the log.</summary>
    private bool Writing() => new FileInfo(_program.Database.FilePath + "-wal") is { Exists: true, Length: > 200_000 };

    private void Run(string sql)
    {
        using (var database = _program.Database.Open())
        using (var command = database.CreateCommand())
        {
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }

        SqliteConnection.ClearAllPools();
    }
}
