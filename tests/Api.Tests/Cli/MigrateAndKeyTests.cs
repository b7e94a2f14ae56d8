using System.Text.Json;

namespace FlowEngine.Api.Tests.Cli;

public sealed class MigrateAndKeyTests : IDisposable
{
    private readonly CommandLine _program = new();

    [Fact]
    public async Task Up_OnEmptyDatabase_MakesItOnce()
    {
        var before = (await _program.RunAsync("migrate", "status", "--json")).Expect(1);
        (await _program.RunAsync("migrate", "up")).Expect(0);
        var again = (await _program.RunAsync("migrate", "up", "--json")).Expect(0);
        (await _program.RunAsync("migrate", "status")).Expect(0);

        Assert.Equal("empty", JsonElement.Parse(before.Output).GetProperty("state").GetString());
        Assert.Empty(JsonElement.Parse(again.Output).GetProperty("applied").EnumerateArray());
        Assert.Equal(0, _program.Database.Count("tenants"));
    }

    [Fact]
    public async Task Up_OnSomebodyElsesDatabase_ChangesNothing()
    {
        using (var database = _program.Database.Open())
        using (var command = database.CreateCommand())
        {
            command.CommandText = "CREATE TABLE recipes (name TEXT); INSERT INTO recipes VALUES ('soup')";
            command.ExecuteNonQuery();
        }

        var finished = (await _program.RunAsync("migrate", "up")).Expect(1);

        Assert.Contains("recipes", finished.Errors, StringComparison.Ordinal);
        Assert.Equal(1, _program.Database.Count("sqlite_master WHERE type = 'table'"));
    }

    [Fact]
    public async Task Create_OfOperatorKey_WritesTheKeyAloneAndStoresItsHash()
    {
        (await _program.RunAsync("migrate", "up")).Expect(0);

        var key = (await _program.RunAsync("key", "create", "--operator", "--name", "ops")).Expect(0).Output.Trim();

        Assert.StartsWith("fe_", key, StringComparison.Ordinal);
        Assert.Equal(1, _program.Database.Count("api_keys WHERE name = 'ops' AND scope = 'admin' AND tenant_id IS NULL"));
        Assert.Equal(0, _program.Database.Count($"api_keys WHERE hash = '{key}'"));
    }

    [Fact]
    public async Task Key_IsListedWithWhatItIs_AndRevoked()
    {
        (await _program.RunAsync("migrate", "up")).Expect(0);
        var key = (await _program.RunAsync("key", "create", "--operator", "--name", "ops", "--expires-in-days", "30")).Expect(0).Output.Trim();

        var listed = (await _program.RunAsync("key", "list")).Expect(0).Output;
        var id = listed.Split('\t')[0];
        (await _program.RunAsync("key", "revoke", id)).Expect(0);
        var again = (await _program.RunAsync("key", "revoke", id)).Expect(1);

        Assert.Contains($"{key[..7]}...\tadmin\tops\tvalid until ", listed, StringComparison.Ordinal);
        Assert.Contains("never used", listed, StringComparison.Ordinal);
        Assert.Contains("revoked", (await _program.RunAsync("key", "list")).Expect(0).Output, StringComparison.Ordinal);
        Assert.Contains("no key", again.Errors, StringComparison.Ordinal);
        (await _program.RunAsync("key", "create", "--operator", "--expires-in-days", "0")).Expect(2);
    }

    [Fact]
    public async Task Create_ForUnknownTenantOrWithoutSchema_IsRefused()
    {
        var empty = (await _program.RunAsync("key", "create", "--tenant", "nobody", "--scope", "chat")).Expect(1);
        (await _program.RunAsync("migrate", "up")).Expect(0);
        var unknown = (await _program.RunAsync("key", "create", "--tenant", "nobody", "--scope", "chat")).Expect(1);

        Assert.Contains("migrate up", empty.Errors, StringComparison.Ordinal);
        Assert.Contains("'nobody'", unknown.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _program.Dispose();
}
