using FlowEngine.Hosting.Demo;
using FlowEngine.Storage.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Cli;

/// <summary>The demo shop in a database that is deleted at the end.</summary>
internal sealed class TemporaryShop : IDisposable
{
    public const string Tenant = "demo";

    private readonly string _folder = Directory.CreateTempSubdirectory("flowengine-chat-").FullName;

    /// <summary>The settings with this database instead of the one they name.</summary>
    public IReadOnlyList<string> Over(IReadOnlyList<string> settings) =>
        [.. settings, $"--FlowEngine:Database:Provider=sqlite", $"--FlowEngine:Database:ConnectionString=Data Source={Path.Combine(_folder, "chat.db")}"];

    public static async Task FillAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<SchemaMigrator>().UpAsync("the database is empty", cancellationToken);
        await services.GetRequiredService<DemoSeeder>().SeedAsync(cancellationToken);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
