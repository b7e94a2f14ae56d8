using FlowEngine.Hosting.Demo;
using FlowEngine.NodeTypes;
using FlowEngine.Storage.NodeTypes;
using FlowEngine.Storage.Schema;
using FlowEngine.Storage.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace FlowEngine.Hosting;

/// <summary>What has to be true before the service, or a command that needs its database, begins.</summary>
public static class ServiceStart
{
    /// <summary>Checks the settings and the schema, makes the schema of an empty database, mirrors the node types.</summary>
    /// <returns>Why it must not begin, or null.</returns>
    public static async Task<string?> PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        _ = services.GetRequiredService<IOptions<FlowEngineOptions>>().Value;
        var schema = services.GetRequiredService<SchemaMigrator>();
        var status = await schema.StatusAsync(cancellationToken);
        if (Refusal(status) is { } refusal)
        {
            return refusal;
        }

        if (status.State == SchemaState.Empty)
        {
            await schema.UpAsync("the database is empty", cancellationToken);
        }

        if (services.GetService<IOrphanedClaims>() is { } claims)
        {
            await claims.DropAsync(cancellationToken);
        }

        // Processes that start together make the same rows one after the other.
        await using var alone = await services.GetRequiredService<IDatabaseSchema>().LockAsync(cancellationToken);
        await services.GetRequiredService<NodeTypeStore>().SyncAsync(
            [.. services.GetRequiredService<NodeRegistry>().All.Select(RegisteredNodeType.Of)],
            cancellationToken);
        if (services.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            await services.GetRequiredService<DemoSeeder>().SeedAsync(cancellationToken);
        }

        return null;
    }

    public static string? Refusal(SchemaStatus status) => status.State switch
    {
        SchemaState.Behind => "The database has an older schema. Run 'migrate up' (and 'migrate status' to see what it would do).",
        SchemaState.Foreign =>
            $"The database is not ours: it has the tables {string.Join(", ", status.ForeignTables)}. Name another in FlowEngine:Database:ConnectionString.",
        _ => null,
    };
}
