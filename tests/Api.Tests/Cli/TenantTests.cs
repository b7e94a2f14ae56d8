using System.Text.Json;
using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Cli;

public sealed class TenantTests : IDisposable
{
    private readonly CommandLine _program = new();

    [Fact]
    public async Task LegacyDatabase_MigratedInPlace_BelongsToNobodyUntilATenantIsActivated()
    {
        var other = Path.Combine(_program.Folder, "other.db");
        (await _program.RunAsync("conversations", "generate", "--to", _program.Database.FilePath, "--conversations", "40", "--tenants", "2")).Expect(0);
        (await _program.RunAsync("conversations", "generate", "--to", other, "--conversations", "20", "--tenants", "2", "--seed", "9")).Expect(0);
        (await _program.RunAsync("migrate", "up")).Expect(0);
        var before = Owners();

        (await _program.RunAsync("tenant", "create", "newcomer")).Expect(0);
        var imported = await _program.RunAsync("conversations", "import", "--from", other);
        await using (await ServiceProcess.StartAsync(_program.Database.FilePath))
        {
            Assert.Equal(0, _program.Database.Count("ai_conversations c JOIN tenants t ON t.id = c.tenant_id WHERE t.slug IN ('demo', 'demo-en', 'newcomer')"));
        }

        Assert.Contains("tenant-1", imported.Output, StringComparison.Ordinal);
        Assert.Equal(["1", "2"], before.Select(owner => owner.Split(' ')[0]));
        Assert.Equal(before, Owners().Where(owner => owner[0] is '1' or '2'));
        (await _program.RunAsync("key", "create", "--tenant", "legacy-1", "--scope", "chat")).Expect(1);
        (await _program.RunAsync("tenant", "activate", "legacy-1")).Expect(0);
        (await _program.RunAsync("tenant", "activate", "legacy-1")).Expect(0);
        (await _program.RunAsync("key", "create", "--tenant", "legacy-1", "--scope", "chat")).Expect(0);
    }

    [Fact]
    public async Task Tenant_IsMadeListedAndChanged()
    {
        (await _program.RunAsync("tenant", "list")).Expect(1);
        (await _program.RunAsync("migrate", "up")).Expect(0);
        var made = (await _program.RunAsync(
            "tenant", "create", "acme", "--name", "Acme A.Ş.", "--languages", "tr,en", "--currency", "TRY", "--time-zone", "Europe/Istanbul", "--inactive", "--json")).Expect(0);
        var wrong = (await _program.RunAsync("tenant", "create", "Acme", "--currency", "euro", "--time-zone", "Mars")).Expect(1);
        var another = (await _program.RunAsync("tenant", "create", "acme", "--name", "Other")).Expect(1);
        var changed = (await _program.RunAsync("tenant", "set", "acme", "--slug", "acme-tr", "--site-url", "https://acme.example")).Expect(0);
        var nobody = (await _program.RunAsync("tenant", "activate", "acme")).Expect(1);
        var listed = (await _program.RunAsync("tenant", "list")).Expect(0);
        var without = (await _program.RunAsync("tenant", "set", "acme-tr", "--site-url", "")).Expect(0);

        Assert.Equal(("acme", false), (JsonElement.Parse(made.Output).GetProperty("slug").GetString(), JsonElement.Parse(made.Output).GetProperty("isActive").GetBoolean()));
        Assert.Contains("SLUG must be", wrong.Errors, StringComparison.Ordinal);
        Assert.Contains("--currency must be", wrong.Errors, StringComparison.Ordinal);
        Assert.Contains("--time-zone must be", wrong.Errors, StringComparison.Ordinal);
        Assert.Contains("tenant set acme", another.Errors, StringComparison.Ordinal);
        Assert.Contains("There is no tenant 'acme'", nobody.Errors, StringComparison.Ordinal);
        Assert.Equal("acme-tr (id 1, inactive): Acme A.Ş., tr,en, TRY, Europe/Istanbul, https://acme.example", changed.Output.Trim());
        Assert.Equal(changed.Output, listed.Output);
        Assert.EndsWith(", Europe/Istanbul", without.Output.Trim(), StringComparison.Ordinal);
        Assert.Equal(["cli tenant.create", "cli tenant.put", "cli tenant.put"], _program.Database.Query(
            "SELECT actor || ' ' || action FROM audit_logs WHERE tenant_id = 1 ORDER BY id", row => row.GetString(0)));
    }

    public void Dispose() => _program.Dispose();

    private IReadOnlyList<string> Owners() => _program.Database.Query(
        "SELECT tenant_id || ' ' || COUNT(*) || ' ' || SUM(id) FROM ai_conversations GROUP BY tenant_id ORDER BY tenant_id", row => row.GetString(0));
}
