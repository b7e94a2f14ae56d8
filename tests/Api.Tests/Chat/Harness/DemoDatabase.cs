using FlowEngine.Api.Chat;
using FlowEngine.Api.Demo;
using FlowEngine.NodeTypes;
using FlowEngine.Storage.NodeTypes;
using FlowEngine.Storage.Schema;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Api.Tests.Chat.Harness;

/// <summary>A database file with the schema and the demo tenants, made once a run and copied for each service.</summary>
internal static class DemoDatabase
{
    private static readonly Lazy<Task<string>> s_template = new(MakeAsync);

    public static async Task CopyToAsync(string file) => File.Copy(await s_template.Value, file);

    public static async Task PrepareAsync(IServiceProvider services)
    {
        await services.GetRequiredService<SchemaMigrator>().UpAsync("the database is empty", CancellationToken.None);
        await services.GetRequiredService<NodeTypeStore>().SyncAsync(
            [
                .. services.GetRequiredService<NodeRegistry>().All.Select(type =>
                    new RegisteredNodeType(type.Name, type.Node.GetType().FullName!, ReplyBuilder.Lower(type.Category))),
            ],
            CancellationToken.None);
        await services.GetRequiredService<DemoSeeder>().SeedAsync(CancellationToken.None);
    }

    private static async Task<string> MakeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("flowengine-template-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        var file = Path.Combine(folder.FullName, "flowengine.db");
        await using (var app = ChatService.Build(file, null, []))
        {
            await PrepareAsync(app.Services);
        }

        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
        }

        return file;
    }
}
