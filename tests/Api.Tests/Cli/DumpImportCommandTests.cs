using System.IO.Compression;
using System.Text;
using System.Text.Json;
using ZstdSharp;

namespace FlowEngine.Api.Tests.Cli;

/// <summary><c>conversations import --from-dump</c>.</summary>
public sealed class DumpImportCommandTests : IDisposable
{
    private const string Dump = """
        -- MySQL dump 10.13  Distrib 8.0.36
        /*!40101 SET NAMES utf8mb4 */;
        CREATE TABLE `prices` (`price` decimal(8,2), `net` decimal(8,2) GENERATED ALWAYS AS ((`price` / 1.2)) STORED);
        INSERT INTO `prices` VALUES (NOW(), ST_GeomFromText('POINT(1 1)'));
        CREATE TABLE `ai_conversations` (`id` bigint, `tenant_id` bigint, `session_id` varchar(64), `is_active` bit(1), `created_at` timestamp, `updated_at` timestamp);
        INSERT INTO `ai_conversations` VALUES (1,1,'s-1',b'1','2025-01-01 10:00:00','2025-01-01 10:00:00'), -- the first
          (2,1,'s-2',0x01,'2025-01-01 10:00:00','2025-01-01 10:00:00'); # and the second
        INSERT IGNORE INTO `ai_conversations` VALUES (2,1,'again',b'1','2025-01-01 10:00:00','2025-01-01 10:00:00');
        CREATE TABLE `ai_conversation_messages` (`id` bigint, `conversation_id` bigint, `role` varchar(20), `content` text, `created_at` timestamp);
        INSERT INTO `ai_conversation_messages` VALUES (1,1,'user','Iğdır''a gönderir misiniz?','2025-01-01 10:00:00');

        """;

    private readonly CommandLine _program = new();

    [Theory]
    [InlineData("plain")]
    [InlineData("gzip")]
    [InlineData("zstd")]
    [InlineData("utf-16")]
    public async Task Import_OfADump_ReportsEveryRow(string how)
    {
        (await _program.RunAsync("migrate", "up")).Expect(0);
        var path = Path.Combine(_program.Folder, "dump");
        await File.WriteAllBytesAsync(path, Packed(how, Encoding.UTF8.GetBytes(Dump)));

        var report = JsonElement.Parse((await _program.RunAsync("conversations", "import", "--from-dump", path, "--json")).Expect(0).Output).GetProperty("dump");

        Assert.Equal("prices", Assert.Single(report.GetProperty("skipped").EnumerateArray()).GetString());
        Assert.Equal(
            ["ai_conversation_messages 1 1 0 ", "ai_conversations 3 2 1 id_is_there"],
            report.GetProperty("tables").EnumerateArray().Select(table =>
                $"{table.GetProperty("table")} {table.GetProperty("rows")} {table.GetProperty("read")} {table.GetProperty("left")} {(table.TryGetProperty("reason", out var reason) ? reason.ToString() : "")}").Order(StringComparer.Ordinal));
        Assert.Equal((2, 1), (_program.Database.Count("ai_conversations"), _program.Database.Count("ai_conversation_messages")));
    }

    [Theory]
    [InlineData("plain", 40, "ends in the middle")]
    [InlineData("gzip", 9, "compressed data")]
    [InlineData("gzip", 200, "compressed data")]
    [InlineData("zstd", 20, "compressed data")]
    public async Task Import_OfADumpThatWasCut_CarriesNothing(string how, int cut, string says)
    {
        (await _program.RunAsync("migrate", "up")).Expect(0);
        var path = Path.Combine(_program.Folder, "dump");
        await File.WriteAllBytesAsync(path, Packed(how, Encoding.UTF8.GetBytes(Dump))[..^cut]);

        var errors = (await _program.RunAsync("conversations", "import", "--from-dump", path)).Expect(1).Errors;

        Assert.Contains(says, errors, StringComparison.Ordinal);
        Assert.Contains("Line ", errors, StringComparison.Ordinal);
        Assert.Equal(0, _program.Database.Count("ai_conversations"));
    }

    [Fact]
    public async Task Import_OfBytesThatAreNotUtf8_AsksForTheCharset()
    {
        (await _program.RunAsync("migrate", "up")).Expect(0);
        var path = Path.Combine(_program.Folder, "dump");
        await File.WriteAllBytesAsync(path, [.. Encoding.UTF8.GetBytes(Dump.Replace("SET NAMES utf8mb4", "SET @x = 1", StringComparison.Ordinal)), .. "INSERT INTO ai_conversation_messages VALUES (2,1,'assistant','"u8, 0xDD, .. "stanbul','2025-01-01 10:00:00');"u8]);

        var refused = (await _program.RunAsync("conversations", "import", "--from-dump", path)).Expect(1).Errors;
        (await _program.RunAsync("conversations", "import", "--from-dump", path, "--charset", "klingon")).Expect(2);
        Assert.Equal(0, _program.Database.Count("ai_conversations"));
        (await _program.RunAsync("conversations", "import", "--from-dump", path, "--charset", "windows-1254")).Expect(0);

        Assert.Contains("--charset", refused, StringComparison.Ordinal);
        Assert.Contains("Line 11 ", refused, StringComparison.Ordinal);
        using var connection = _program.Database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT content FROM ai_conversation_messages WHERE message_id = 'legacy-2'";
        Assert.Equal("İstanbul", command.ExecuteScalar());
    }

    [Fact]
    public async Task Import_OfADumpOfSeveralDatabases_TakesTheOneThatIsNamed()
    {
        (await _program.RunAsync("migrate", "up")).Expect(0);
        const string Row = "INSERT INTO ai_conversations (id, tenant_id, session_id) VALUES (1, 1, 's-1');";
        var path = _program.Write("dump.sql", $"USE `one`; {Row} USE `two`; {Row}");

        var refused = (await _program.RunAsync("conversations", "import", "--from-dump", path)).Expect(1).Errors;
        (await _program.RunAsync("conversations", "import", "--from-dump", path, "--dump-database", "three")).Expect(1);
        Assert.Equal(0, _program.Database.Count("ai_conversations"));
        var output = (await _program.RunAsync("conversations", "import", "--from-dump", path, "--dump-database", "two")).Expect(0).Output;

        Assert.Contains("'one', 'two'", refused, StringComparison.Ordinal);
        Assert.Contains("dump two.ai_conversations: 1 rows, 1 read", output, StringComparison.Ordinal);
        Assert.Equal(1, _program.Database.Count("ai_conversations"));
    }

    [Theory]
    [InlineData("PK\u0003\u0004", "zip")]
    [InlineData("BZh91AY", "bunzip2")]
    [InlineData("SQLite format 3\0", "--from")]
    [InlineData("CREATE TABLE t (x int);", "no table ai_conversations")]
    [InlineData("INSERT INTO ai_conversations (id, x) VALUES (1, NOW());", "'NOW'")]
    [InlineData("INSERT INTO ai_conversations (id) VALUES (1), (1);", "the id 1")]
    [InlineData("INSERT INTO ai_conversations (id) VALUES ('x');", "not a number")]
    [InlineData("INSERT INTO ai_conversations (x) VALUES ('x');", "no column id")]
    public async Task Import_OfWhatIsNoDump_SaysWhatToDo(string text, string says)
    {
        (await _program.RunAsync("migrate", "up")).Expect(0);

        var errors = (await _program.RunAsync("conversations", "import", "--from-dump", _program.Write("dump", text))).Expect(1).Errors;

        Assert.Contains(says, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    public void Dispose() => _program.Dispose();

    private static byte[] Packed(string how, byte[] dump)
    {
        using var packed = new MemoryStream();
        switch (how)
        {
            case "gzip":
                using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
                {
                    gzip.Write(dump);
                }

                return packed.ToArray();
            case "zstd":
                using (var zstd = new CompressionStream(packed, 3, leaveOpen: true))
                {
                    zstd.Write(dump);
                }

                return packed.ToArray();
            case "utf-16":
                return [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(dump))];
            default:
                return dump;
        }
    }
}
