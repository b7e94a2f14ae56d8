using FlowEngine.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.Schema;

/// <summary>Reads the real schema and plans what leads from it to the model, or back.</summary>
public sealed class SchemaPlans(IDatabaseSchema database, IDatabaseProvider provider, TimeProvider clock, SchemaDefaults defaults)
{
    /// <summary>Written into the history last, so that a schema which was broken off stays behind.</summary>
    public const string Version = "20261202000000_FlowEngine";

    private SchemaFacts? _expected;

    public Task<SchemaStatus> UpAsync(CancellationToken cancellationToken) => WithModelAsync(async (tables, history) =>
    {
        var facts = await ReadAsync(cancellationToken);
        if (Foreign(facts, tables) is { Count: > 0 } foreign)
        {
            return new(SchemaState.Foreign, [], [], foreign, HasData(facts), Level: null);
        }

        // Every table is looked through for its tenants, so only where that was not done yet.
        var tenants = facts.History.Contains(Version) ? null : new TenantRepairs(database.Sql, facts, tables, clock.GetUtcNow());
        var slugs = facts.HasRows(TenantRepairs.Table)
            ? tenants?.Slugs(await database.TextsAsync(TenantRepairs.Query(database.Sql, facts.Tables[TenantRepairs.Table]), cancellationToken))
            : null;
        var planner = new UpPlanner(database, defaults, await ExpectedAsync(tables, cancellationToken), tables, facts, tenants, slugs);
        List<SchemaStep> steps = [.. planner.Steps()];
        List<SchemaDifference> differences =
        [
            .. planner.Differences,
            .. database.ExtraSteps(facts).Select(step => new SchemaDifference(DifferenceKind.ObjectMissing, "", step.Name, Expected: null, Found: null)),
        ];
        foreach (var id in new[] { SchemaLevel.Stamp(SchemaLevel.Hybrid), Version }.Where(id => !facts.History.Contains(id)))
        {
            steps.Add(history(id));
            differences.Add(new(DifferenceKind.HistoryMissing, "__EFMigrationsHistory", id, Expected: null, Found: null));
        }

        var state = steps.Count == 0 ? SchemaState.Current : facts.Tables.Count == 0 ? SchemaState.Empty : SchemaState.Behind;
        return new SchemaStatus(state, steps, differences, [], HasData(facts), SchemaLevel.Of(facts));
    });

    public Task<SchemaDownPlan> DownAsync(CancellationToken cancellationToken) => WithModelAsync(async (tables, _) =>
    {
        var facts = await ReadAsync(cancellationToken);
        if (Foreign(facts, tables) is { Count: > 0 } foreign)
        {
            return new(SchemaState.Foreign, [], [.. foreign.Select(table => $"table {table} is not ours")], HasData(facts), AuditStays: false);
        }

        // Down is done once: without the history's row there is nothing that up has made whole.
        if (!facts.History.Contains(Version))
        {
            return new(facts.Tables.Count == 0 ? SchemaState.Empty : SchemaState.Behind, [], [], HasData(facts), AuditStays: false);
        }

        var (steps, refused) = await new DownPlanner(database, defaults, tables, facts).PlanAsync(cancellationToken);
        SchemaStep history = new($"history {Version} removed", [.. facts.History.Where(SchemaHistory.IsOwn).Order(StringComparer.Ordinal)
            .Select(id => $"DELETE FROM {database.Sql.Quote("__EFMigrationsHistory")} WHERE {database.Sql.Quote("MigrationId")} = {database.Sql.Literal(id)}")]);
        return new SchemaDownPlan(SchemaState.Current, [.. steps, history], refused, HasData(facts), facts.HasRows("audit_logs"));
    });

    private static bool HasData(SchemaFacts facts) => facts.Tables.Values.Any(table => table.HasRows);

    /// <summary>The legacy system's database has tables beside ours; it is known by its conversations.</summary>
    private static List<string> Foreign(SchemaFacts facts, IReadOnlyList<TableModel> tables)
    {
        var own = tables.Select(table => table.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return facts.Tables.TryGetValue(LegacySchema.Conversations, out var conversations) && LegacySchema.IsConversations(conversations)
            ? []
            : facts.Tables.Where(table => !own.Contains(table.Key) || !HasKey(table.Value) || table.Key == LegacySchema.Conversations)
                .Select(table => table.Key)
                .Order()
                .ToList();
    }

    /// <summary>A table that is called as one of ours but has none of its keys is somebody else's.</summary>
    private static bool HasKey(TableFacts table) => table.Has("id") || table.Has("tenant_id") || table.Has("instance_id");

    private async Task<SchemaFacts> ReadAsync(CancellationToken cancellationToken)
    {
        var facts = await database.ReadAsync(cancellationToken);
        return facts with
        {
            Tables = facts.Tables.Where(table => !database.IsOwnTable(table.Key)).ToDictionary(StringComparer.OrdinalIgnoreCase),
        };
    }

    /// <summary>The model is the same as long as the process lives.</summary>
    private async Task<SchemaFacts> ExpectedAsync(IReadOnlyList<TableModel> tables, CancellationToken cancellationToken) =>
        _expected ??= await database.ExpectAsync(
            [.. tables.SelectMany(table => table.Create(table.Name, []).Concat(table.Indexes.SelectMany(table.CreateIndex)))],
            cancellationToken);

    private async Task<T> WithModelAsync<T>(Func<IReadOnlyList<TableModel>, Func<string, SchemaStep>, Task<T>> plan)
    {
        await using var system = new SystemDbContext(Options<SystemDbContext>());
        await using var business = new FlowEngineDbContext(Options<FlowEngineDbContext>());
        var now = clock.GetUtcNow();
        var (first, second) = (new ModelReader(system, now), new ModelReader(business, now));

        // Rows of nobody go to the first tenant, so there must be tenants to ask.
        return await plan([.. first.Tables().Concat(second.Tables()).OrderBy(table => table.Name == "tenants" ? 0 : 1)], first.HistoryStep);
    }

    private DbContextOptions<TContext> Options<TContext>()
        where TContext : DbContext
    {
        var options = new DbContextOptionsBuilder<TContext>();
        provider.Configure(options);
        return options.Options;
    }
}
