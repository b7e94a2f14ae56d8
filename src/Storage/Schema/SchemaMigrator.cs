using FlowEngine.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.Schema;

/// <summary>Brings a database of any state to the one schema; a second time it does nothing.</summary>
public sealed class SchemaMigrator(IDatabaseSchema database, IDatabaseProvider provider, TimeProvider clock)
{
    /// <summary>Written into the history last, so that a schema which was broken off stays behind.</summary>
    public const string Version = "20261122000000_FlowEngine";

    public async Task<SchemaStatus> StatusAsync(CancellationToken cancellationToken) =>
        (await PlanAsync(cancellationToken)).Status;

    /// <param name="noBackupReason">Why data is changed without a copy; null makes the copy.</param>
    public async Task<SchemaUpResult> UpAsync(string? noBackupReason, CancellationToken cancellationToken)
    {
        var (before, _) = await PlanAsync(cancellationToken);
        if (before.State is SchemaState.Foreign or SchemaState.Current)
        {
            return new(before, [], Backup: null);
        }

        await using var taken = await database.LockAsync(cancellationToken);
        var (status, steps) = await PlanAsync(cancellationToken);
        if (status.State is SchemaState.Foreign or SchemaState.Current)
        {
            return new(status, [], Backup: null);
        }

        var backup = status.HasData && string.IsNullOrWhiteSpace(noBackupReason) ? await database.BackupAsync(cancellationToken) : null;
        await database.ApplyAsync(steps, cancellationToken);
        return new(status, steps.Select(step => step.Name).ToList(), backup);
    }

    private static List<string> Foreign(SchemaFacts facts, HashSet<string> own) =>
        facts.Tables.Where(table => !own.Contains(table.Key) || !HasKey(table.Value)).Select(table => table.Key).Order().ToList();

    /// <summary>A table that is called as one of ours but has none of its keys is somebody else's.</summary>
    private static bool HasKey(TableFacts table) => table.Columns.Contains("id") || table.Columns.Contains("tenant_id");

    private async Task<(SchemaStatus Status, IReadOnlyList<SchemaStep> Steps)> PlanAsync(CancellationToken cancellationToken)
    {
        var facts = await database.ReadAsync(cancellationToken);
        var contexts = new SchemaModels(provider).Open();
        try
        {
            var planners = contexts.Select(context => new SchemaPlanner(context, clock)).ToList();
            var own = planners.SelectMany(planner => planner.TableNames).ToHashSet(StringComparer.OrdinalIgnoreCase);
            facts = facts with
            {
                Tables = facts.Tables.Where(table => !database.IsOwnTable(table.Key))
                    .ToDictionary(StringComparer.OrdinalIgnoreCase),
            };
            return Plan(facts, own, planners);
        }
        finally
        {
            foreach (var context in contexts)
            {
                await context.DisposeAsync();
            }
        }
    }

    private (SchemaStatus Status, IReadOnlyList<SchemaStep> Steps) Plan(
        SchemaFacts facts, HashSet<string> own, List<SchemaPlanner> planners)
    {
        var hasData = facts.Tables.Values.Any(table => table.HasRows);

        // The legacy system's database has tables beside ours; it is known by its conversations.
        List<string> foreign = facts.Tables.ContainsKey("ai_conversations") ? [] : Foreign(facts, own);
        if (foreign.Count > 0)
        {
            return (new(SchemaState.Foreign, [], foreign, hasData), []);
        }

        List<SchemaStep> steps = [.. planners.SelectMany(planner => planner.Missing(facts)), .. database.ExtraSteps(facts)];
        if (!facts.History.Contains(Version))
        {
            steps.Add(planners[0].HistoryStep(Version));
        }

        var state = steps.Count == 0 ? SchemaState.Current : facts.Tables.Count == 0 ? SchemaState.Empty : SchemaState.Behind;
        return (new(state, steps.Select(step => step.Name).ToList(), [], hasData), steps);
    }
}
