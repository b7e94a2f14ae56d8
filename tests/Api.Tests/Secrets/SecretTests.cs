using System.Net;
using System.Text;
using FlowEngine.Api.Tests.Assistants;
using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Secrets;

/// <summary>Which secrets reach which addresses, seen from the address.</summary>
public sealed class SecretTests
{
    private const string Configurations = "/api/admin/ai-configurations";
    private const string Secrets = "/api/admin/secrets";
    private const string Admin = "demo-admin";
    private const string OtherAdmin = "demo-en-admin";
    private const string Variable = "FLOWENGINE_TEST_OF_SECRETS";

    static SecretTests() => Environment.SetEnvironmentVariable(Variable, "of-the-installation");

    [Fact]
    public async Task VariableThatNobodyGranted_GoesNowhereAndIsNotToldFromOneThatIsNot()
    {
        await using var model = await StreamingModel.StartAsync();
        await using var service = await ServiceFixture.StartAsync(null, model.Setting, "--FlowEngine:Secrets:SHARED=shared");
        string[] references = [$"env:{Variable}", "env:PATH", "env:NOT_THERE_AT_ALL", "config:SHARED", "config:NOT_THERE_AT_ALL"];
        var answers = new List<string>();
        foreach (var reference in references)
        {
            var put = await PutAsync(service, "asked", model, reference);
            answers.Add(put.Expect(HttpStatusCode.UnprocessableEntity)["errors"].GetRawText());
            Store(service, model, reference);
            var test = (await service.PostAsync($"{Configurations}/stored/test", null, Admin)).Expect(HttpStatusCode.OK);
            answers.Add(test["failure"].GetRawText());
            Assert.Equal("model_unavailable", test["failure"].GetProperty("code").GetString());
        }

        Assert.Empty(model.Keys);
        Assert.Equal(2, answers.Distinct(StringComparer.Ordinal).Count());
        Assert.All(answers, answer => Assert.Contains("FlowEngine:Ai:Secrets", answer, StringComparison.Ordinal));
    }

    [Fact]
    public async Task VariableThatTheOperatorGranted_GoesToTheEndpointThatHeNamed()
    {
        await using var model = await StreamingModel.StartAsync();
        await using var elsewhere = await StreamingModel.StartAsync();
        await using var service = await ServiceFixture.StartAsync(
            null, model.Setting, $"--FlowEngine:Ai:Endpoints:1={elsewhere.Address}",
            $"--FlowEngine:Ai:Secrets:{Variable}:Endpoints:0={model.Address}", $"--FlowEngine:Ai:Secrets:{Variable}:Tenants:0=demo");

        (await PutAsync(service, "granted", model, $"env:{Variable}")).Expect(HttpStatusCode.Created);
        Assert.True((await service.PostAsync($"{Configurations}/granted/test", null, Admin))["ok"].GetBoolean());
        (await PutAsync(service, "elsewhere", elsewhere, $"env:{Variable}")).Expect(HttpStatusCode.UnprocessableEntity);
        (await PutAsync(service, "granted", model, $"env:{Variable}", OtherAdmin)).Expect(HttpStatusCode.UnprocessableEntity);

        Assert.Equal([$"Bearer of-the-installation"], model.Keys);
        Assert.Empty(elsewhere.Keys);
    }

    [Fact]
    public async Task SecretConfiguredForATenant_GoesWhereItSendsIt_AndNoOther()
    {
        await using var model = await StreamingModel.StartAsync();
        await using var service = await ServiceFixture.StartAsync(null, model.Setting, "--FlowEngine:Secrets:demo:OWN=configured");

        (await PutAsync(service, "own", model, "config:OWN")).Expect(HttpStatusCode.Created);
        await service.PostAsync($"{Configurations}/own/test", null, Admin);
        (await PutAsync(service, "own", model, "config:OWN", OtherAdmin)).Expect(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(["Bearer configured"], model.Keys);
    }

    [Fact]
    public async Task StoredSecret_IsSentReplacedAndDeleted_AndItsValueIsNeverShown()
    {
        await using var model = await StreamingModel.StartAsync();
        await using var service = await ServiceFixture.StartAsync(null, model.Setting);
        var stored = (await service.PutAsync($"{Secrets}/MODEL", new { value = "first-value" }, Admin)).Expect(HttpStatusCode.Created);
        await PutAsync(service, "stored", model, "secret:MODEL");

        await service.PostAsync($"{Configurations}/stored/test", null, Admin);
        var replaced = (await service.PutAsync($"{Secrets}/MODEL", new { value = "second-value" }, Admin)).Expect(HttpStatusCode.OK);
        await service.PostAsync($"{Configurations}/stored/test", null, Admin);
        var list = (await service.GetAsync(Secrets, Admin)).Expect(HttpStatusCode.OK);
        var others = (await service.GetAsync(Secrets, OtherAdmin)).Expect(HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.NoContent, (await service.DeleteAsync($"{Secrets}/MODEL", Admin)).Status);
        var after = await service.PostAsync($"{Configurations}/stored/test", null, Admin);

        Assert.Equal(["Bearer first-value", "Bearer second-value"], model.Keys);
        Assert.Equal("model_unavailable", after["failure"].GetProperty("code").GetString());
        Assert.Equal("secret:MODEL", Assert.Single(list["items"].EnumerateArray()).GetProperty("reference").GetString());
        Assert.Empty(others["items"].EnumerateArray());
        Assert.Equal(HttpStatusCode.NotFound, (await service.DeleteAsync($"{Secrets}/MODEL", Admin)).Status);
        Assert.All([stored, replaced, list, after], answer => Assert.DoesNotContain("-value", answer.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("-value", Everything(service), StringComparison.Ordinal);
        Assert.Equal(
            ["secret.put MODEL", "secret.put MODEL", "secret.delete MODEL"],
            service.Database.Query("SELECT action || ' ' || subject FROM audit_logs WHERE action LIKE 'secret.%' ORDER BY id", row => row.GetString(0)));
    }

    [Fact]
    public async Task StoredSecret_CopiedToAnotherTenant_CannotBeReadThere()
    {
        await using var model = await StreamingModel.StartAsync();
        await using var service = await ServiceFixture.StartAsync(null, model.Setting);
        await service.PutAsync($"{Secrets}/K", new { value = "of-demo" }, Admin);
        await PutAsync(service, "k", model, "secret:K", OtherAdmin);
        var without = await service.PostAsync($"{Configurations}/k/test", null, OtherAdmin);
        Execute(service, """
            INSERT INTO tenant_secrets (tenant_id, instance_id, name, value, created_at, updated_at)
            SELECT (SELECT id FROM tenants WHERE slug = 'demo-en'), instance_id, name, value, created_at, updated_at FROM tenant_secrets
            """);
        service.Clock.Advance(TimeSpan.FromSeconds(2));

        var copied = await service.PostAsync($"{Configurations}/k/test", null, OtherAdmin);

        Assert.Empty(model.Keys);
        Assert.Equal(without["failure"].GetRawText(), copied["failure"].GetRawText());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task StoredSecret_IsReadByEveryProcessOnTheDatabase(bool inFolder)
    {
        var folder = Directory.CreateTempSubdirectory("flowengine-keys-");
        string[] keys = inFolder ? [$"--FlowEngine:KeysDirectory={folder.FullName}"] : [];
        await using var model = await StreamingModel.StartAsync();
        await using var one = await ServiceFixture.StartAsync(null, [model.Setting, .. keys]);
        await using var other = await ServiceFixture.StartAsync(
            null, [model.Setting, $"--FlowEngine:Database:ConnectionString=Data Source={one.Database.FilePath}", .. keys]);
        await one.PutAsync($"{Secrets}/K", new { value = "of-one" }, Admin);
        await other.PutAsync($"{Secrets}/L", new { value = "of-other" }, Admin);
        await PutAsync(one, "k", model, "secret:K");
        await PutAsync(one, "l", model, "secret:L");
        one.Clock.Advance(TimeSpan.FromSeconds(2));

        await other.PostAsync($"{Configurations}/k/test", null, Admin);
        await one.PostAsync($"{Configurations}/l/test", null, Admin);

        Assert.Equal(["Bearer of-one", "Bearer of-other"], model.Keys);
        Assert.Equal(inFolder ? 0 : 1, Math.Min(1, one.Database.Count("data_protection_keys")));
        Assert.Equal(inFolder, folder.EnumerateFiles("key-*.xml").Any());
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task StoredSecret_OfARestoredDatabase_IsReadByTheProcessesThatComeAfter()
    {
        await using var model = await StreamingModel.StartAsync();
        await using var service = await ServiceFixture.StartAsync(null, model.Setting);
        var file = service.Database.FilePath;
        Execute(service, $"VACUUM INTO '{file}.backup'");
        (await service.PutAsync($"{Secrets}/K", new { value = "before" }, Admin)).Expect(HttpStatusCode.Created);

        File.Move(file + ".backup", file, overwrite: true);
        service.Clock.Advance(TimeSpan.FromSeconds(2));
        (await service.PutAsync($"{Secrets}/K", new { value = "after" }, Admin)).Expect(HttpStatusCode.Created);
        (await PutAsync(service, "k", model, "secret:K")).Expect(HttpStatusCode.Created);
        await using var next = await ServiceFixture.StartAsync(
            null, model.Setting, $"--FlowEngine:Database:ConnectionString=Data Source={file}");
        await next.PostAsync($"{Configurations}/k/test", null, Admin);

        Assert.Equal(["Bearer after"], model.Keys);
    }

    [Theory]
    [InlineData("K", """{"value":""}""", "/value")]
    [InlineData("K", """{"value":"a\nb"}""", "/value")]
    [InlineData("K", """{"value":"a\u0000b"}""", "/value")]
    [InlineData("K", """{"value":"\u200b"}""", "/value")]
    [InlineData("K", """{"value":7}""", "/value")]
    [InlineData("K", "{}", "/value")]
    [InlineData("K", """{"value":"x","colour":"red"}""", "/colour")]
    [InlineData("a b", """{"value":"x"}""", "name")]
    [InlineData("a:b", """{"value":"x"}""", "name")]
    public async Task Put_BadInput_IsNamedAndNothingIsStored(string name, string body, string pointer)
    {
        await using var service = await ServiceFixture.StartAsync();

        var refused = await service.PutAsync($"{Secrets}/{Uri.EscapeDataString(name)}", body, Admin);

        Assert.Equal(pointer, Assert.Single(refused.Expect(HttpStatusCode.UnprocessableEntity)["errors"].EnumerateArray()).GetProperty("pointer").GetString());
        Assert.Equal(0, service.Database.Count("tenant_secrets"));
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("demo-engineer", HttpStatusCode.Forbidden)]
    public async Task Any_ScopeTooLow_IsRefused(string? key, HttpStatusCode status)
    {
        await using var service = await ServiceFixture.StartAsync();

        Assert.Equal(status, (await service.GetAsync(Secrets, key)).Status);
        Assert.Equal(status, (await service.PutAsync($"{Secrets}/a", new { value = "x" }, key)).Status);
        Assert.Equal(status, (await service.DeleteAsync($"{Secrets}/a", key)).Status);
    }

    [Theory]
    [InlineData("--FlowEngine:Ai:Secrets:K:Tenants:0=demo", "FlowEngine:Ai:Secrets:K:Endpoints needs at least one entry")]
    [InlineData("--FlowEngine:Ai:Secrets:K:Endpoints:0=nonsense", "FlowEngine:Ai:Secrets:K:Endpoints:0 is not an http or https address")]
    [InlineData("--FlowEngine:Ai:Secrets:K:Endpoint=https://x.example", "FlowEngine:Ai:Secrets:K:Endpoint is not a setting; did you mean 'Endpoints'?")]
    [InlineData("--FlowEngine:Outgoing:Secrets:K:Tenants:0=demo", "FlowEngine:Outgoing:Secrets:K:Endpoints needs at least one entry")]
    [InlineData("--FlowEngine:KeysDirectory=/no/such/folder", "FlowEngine:KeysDirectory does not exist")]
    public async Task Start_GrantThatCannotBe_IsRefused(string setting, string fault)
    {
        var refused = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => ServiceFixture.StartAsync(null, setting));

        Assert.Contains(fault, refused.Message, StringComparison.Ordinal);
    }

    private static Task<ServiceAnswer> PutAsync(ServiceFixture service, string name, StreamingModel model, string reference, string key = Admin) =>
        service.PutAsync(
            $"{Configurations}/{name}",
            new { provider = "openai", modelName = "m", isActive = false, settings = new { endpoint = model.Address, api_key = reference } },
            key);

    /// <summary>As a row of an earlier version, or of an import, would be there.</summary>
    private static void Store(ServiceFixture service, StreamingModel model, string reference) =>
        Execute(service, $$"""
            DELETE FROM ai_assistant_configurations WHERE name = 'stored';
            INSERT INTO ai_assistant_configurations (tenant_id, name, provider, model_name, is_active, is_default, priority, settings, updated_at)
            SELECT id, 'stored', 'openai', 'm', 0, 0, 0, '{"endpoint":"{{model.Address}}","api_key":"{{reference}}"}', created_at FROM tenants WHERE slug = 'demo'
            """);

    private static void Execute(ServiceFixture service, string sql)
    {
        using var connection = service.Database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>All that is on the disk, whatever is in it.</summary>
    private static string Everything(ServiceFixture service) => string.Concat(
        Directory.EnumerateFiles(Path.GetDirectoryName(service.Database.FilePath)!).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).Select(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return Encoding.Latin1.GetString(bytes.ToArray());
        }));
}
