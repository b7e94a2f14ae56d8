using System.Net;
using FlowEngine.Api.Tests.Harness;
using Microsoft.Data.Sqlite;

namespace FlowEngine.Api.Tests.Crash;

/// <summary>A backup is put in the place of the database while the service runs.</summary>
public sealed class ReplacedDatabaseTests
{
    private const string Design = "demo-design";
    private const string Admin = "demo-admin";

    [Fact]
    public async Task Turns_AfterABackupWasCopiedToThePlaceOfADeletedFile_AreInTheRestoredFile()
    {
        await using var service = await ServiceFixture.StartAsync();
        var file = service.Database.FilePath;
        (await service.ChatAsync("merhaba", "kept")).Expect(HttpStatusCode.OK);
        Execute(file, $"VACUUM INTO '{file}.backup'");
        (await service.ChatAsync("merhaba", "lost")).Expect(HttpStatusCode.OK);

        File.Delete(file);
        Assert.Equal("database_unavailable", (await service.ChatAsync("merhaba", "refused")).Expect(HttpStatusCode.ServiceUnavailable).Code);

        File.Copy(file + ".backup", file);
        for (var i = 0; i < 20; i++)
        {
            (await service.ChatAsync("merhaba", $"after{i}")).Expect(HttpStatusCode.OK);
        }

        (await service.GetAsync("/api/health/ready", key: null)).Expect(HttpStatusCode.OK);
        Assert.Equal(21, service.Database.Count("ai_conversations"));
        Assert.Equal(0, service.Database.Count("ai_conversations WHERE session_id IN ('lost', 'refused')"));
    }

    [Fact]
    public async Task Turns_OnARestoredFileOfAnotherSchema_AreRefused_AndReadySaysWhatToDo()
    {
        await using var service = await ServiceFixture.StartAsync();
        var file = service.Database.FilePath;
        (await service.ChatAsync("merhaba", "first")).Expect(HttpStatusCode.OK);
        Execute(file, $"VACUUM INTO '{file}.backup'");
        Execute(file + ".backup", "ALTER TABLE leads RENAME TO leads_elsewhere");

        File.Move(file + ".backup", file, overwrite: true);

        Assert.Equal("database_unavailable", (await service.ChatAsync("merhaba", "refused")).Expect(HttpStatusCode.ServiceUnavailable).Code);
        var ready = (await service.GetAsync("/api/health/ready", key: null)).Expect(HttpStatusCode.ServiceUnavailable);
        Assert.Contains("migrate up", ready["detail"].GetString()!, StringComparison.Ordinal);

        Execute(file, "ALTER TABLE leads_elsewhere RENAME TO leads");
        await Task.Delay(TimeSpan.FromSeconds(1.2));
        (await service.ChatAsync("merhaba", "served")).Expect(HttpStatusCode.OK);
        Assert.Equal(1, service.Database.Count("ai_conversations WHERE session_id = 'served'"));
    }

    [Fact]
    public async Task FlowsOfTheFileBefore_AreForgotten_ThoughTheirIdsComeAgain()
    {
        await using var service = await ServiceFixture.StartAsync();
        var file = service.Database.FilePath;
        Execute(file, $"VACUUM INTO '{file}.backup'");
        await PublishAsync(service, "The flow before.");
        Assert.Contains("The flow before.", await SaidAsync(service, "one"), StringComparison.Ordinal);

        File.Move(file + ".backup", file, overwrite: true);
        await PublishAsync(service, "The flow after.");

        Assert.Contains("The flow after.", await SaidAsync(service, "two"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecretsThatAreStoredAfterwards_AreEncryptedWithKeysOfTheRestoredFile()
    {
        await using var service = await ServiceFixture.StartAsync();
        var file = service.Database.FilePath;
        Execute(file, $"VACUUM INTO '{file}.backup'");
        Assert.Equal(0, service.Database.Count("data_protection_keys"));
        (await service.PutAsync("/api/admin/secrets/BEFORE", new { value = "a value" }, Admin)).Expect(HttpStatusCode.Created);

        File.Move(file + ".backup", file, overwrite: true);
        (await service.PutAsync("/api/admin/secrets/AFTER", new { value = "a value" }, Admin)).Expect(HttpStatusCode.Created);

        Assert.Equal((1, 1), (service.Database.Count("tenant_secrets"), service.Database.Count("data_protection_keys")));
    }

    private static async Task PublishAsync(ServiceFixture service, string text)
    {
        (await service.PutAsync("/api/flows/restored", SmallFlows.Saying(text), Design)).Expect(HttpStatusCode.OK);
        (await service.PostAsync("/api/flows/restored/versions/1/publish", null, Design)).Expect(HttpStatusCode.OK);
    }

    private static async Task<string> SaidAsync(ServiceFixture service, string session) =>
        (await service.ChatAsync("hello", session, "restored")).Expect(HttpStatusCode.OK).Text;

    private static void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
