using System.Text.Json;

namespace FlowEngine.Api.Tests.Cli;

public sealed class AuditVerifyTests
{
    [Fact]
    public async Task AuditVerify_NothingSealed_HoldsAndSaysHowMuch()
    {
        using var program = new CommandLine();
        (await program.RunAsync("migrate", "up")).Expect(0);

        var json = JsonElement.Parse((await program.RunAsync("audit", "verify", "--json")).Expect(0).Output);

        Assert.True(json.GetProperty("holds").GetBoolean());
        Assert.Equal("0 seals over 0 rows hold.", (await program.RunAsync("audit", "verify")).Expect(0).Output.Trim());
        Assert.Contains("no tenant 'nobody'", (await program.RunAsync("audit", "verify", "--tenant", "nobody")).Expect(1).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AuditVerify_RowsThatASealLacks_AreNamed()
    {
        using var program = new CommandLine();
        (await program.RunAsync("migrate", "up")).Expect(0);
        (await program.RunAsync("tenant", "create", "shop")).Expect(0);
        program.Database.Query("""
            INSERT INTO audit_seals (tenant_id, instance_id, last_id, minute, entries, root, chain)
            SELECT tenant_id, instance_id, MAX(id), '2026-12-01T10:00:00.0000000Z', COUNT(*) + 1, 'r', 'c' FROM audit_logs GROUP BY tenant_id, instance_id RETURNING last_id
            """, row => row.GetInt64(0));

        var said = (await program.RunAsync("audit", "verify", "--tenant", "shop")).Expect(1).Output;

        Assert.Contains("2026-12-01 10:00 UTC: the seal does not follow the one before it", said, StringComparison.Ordinal);
        Assert.Contains("rows instead of", said, StringComparison.Ordinal);
    }
}
