using FlowEngine.Conversations;
using FlowEngine.Hosting.Demo;
using FlowEngine.NodeTypes;
using FlowEngine.Storage.NodeTypes;
using FlowEngine.Storage.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Api.Tests.Chat.Harness;

/// <summary>Databases with the schema and the demo tenants, each made once a run and copied for each service.</summary>
internal static class DemoDatabase
{
    private static readonly Dictionary<string, Lazy<Task<DatabaseHome>>> s_templates = DatabaseNames.All.ToDictionary(
        name => name, name => new Lazy<Task<DatabaseHome>>(() => MakeAsync(name)), StringComparer.Ordinal);

    public static Task<DatabaseHome> TemplateAsync(string on) => s_templates[on].Value;

    public static async Task CopyToAsync(string file) =>
        await ((SqliteHome)await TemplateAsync(DatabaseNames.Sqlite)).CopyToAsync(file);

    public static async Task PrepareAsync(IServiceProvider services)
    {
        await services.GetRequiredService<SchemaMigrator>().UpAsync("the database is empty", CancellationToken.None);
        await services.GetRequiredService<NodeTypeStore>().SyncAsync(
            [.. services.GetRequiredService<NodeRegistry>().All.Select(RegisteredNodeType.Of)],
            CancellationToken.None);
        await services.GetRequiredService<DemoSeeder>().SeedAsync(CancellationToken.None);
    }

    private static async Task<DatabaseHome> MakeAsync(string on)
    {
        var home = await DatabaseHome.ForAsync(on);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => (home as SqliteHome)?.Delete();
        await using var app = ChatService.Build(home, null, []);
        await PrepareAsync(app.Services);
        return home;
    }
}
