namespace FlowEngine.Storage.Schema;

/// <summary>Brings a database of any state to the one schema, and back as far as nothing is lost; a second time it does nothing.</summary>
public sealed class SchemaMigrator(IDatabaseSchema database, SchemaPlans plans, TimeProvider clock, SchemaDefaults defaults)
{
    /// <summary>Compares the real schema with the model, column by column and index by index.</summary>
    public Task<SchemaStatus> StatusAsync(CancellationToken cancellationToken) => plans.UpAsync(cancellationToken);

    public Task<SchemaDownPlan> DownPlanAsync(CancellationToken cancellationToken) => plans.DownAsync(cancellationToken);

    /// <param name="noBackupReason">Why data is changed without a copy; null makes the copy.</param>
    public async Task<SchemaUpResult> UpAsync(string? noBackupReason, CancellationToken cancellationToken)
    {
        var before = await StatusAsync(cancellationToken);
        if (before.State is SchemaState.Foreign or SchemaState.Current)
        {
            return new(before, [], Backup: null);
        }

        await using var taken = await database.LockAsync(cancellationToken);
        var status = await StatusAsync(cancellationToken);
        if (status.State is SchemaState.Foreign or SchemaState.Current)
        {
            return new(status, [], Backup: null);
        }

        var backup = await BackupAsync(status.HasData, noBackupReason, cancellationToken);
        var steps = status.HasData
            ? [.. status.Steps, Audit("schema.up", status.Steps.Count, backup, noBackupReason)]
            : status.Steps;
        await database.ApplyAsync(steps, cancellationToken);
        var after = await StatusAsync(cancellationToken);
        return after.State == SchemaState.Current
            ? new(status, status.Missing, backup)
            : throw new InvalidDataException($"The schema is not yet as the model: {string.Join("; ", after.Missing)}. Run 'migrate verify'.");
    }

    /// <inheritdoc cref="UpAsync"/>
    public async Task<SchemaDownResult> DownAsync(string? noBackupReason, CancellationToken cancellationToken)
    {
        var before = await DownPlanAsync(cancellationToken);
        if (before.Steps.Count == 0)
        {
            return new(before, Backup: null);
        }

        await using var taken = await database.LockAsync(cancellationToken);
        var plan = await DownPlanAsync(cancellationToken);
        var backup = await BackupAsync(plan.HasData, noBackupReason, cancellationToken);
        var steps = plan.AuditStays
            ? [Audit("schema.down", plan.Steps.Count, backup, noBackupReason), .. plan.Steps]
            : plan.Steps;
        await database.ApplyAsync(steps, cancellationToken);
        return new(plan, backup);
    }

    private async Task<string?> BackupAsync(bool hasData, string? noBackupReason, CancellationToken cancellationToken) =>
        hasData && string.IsNullOrWhiteSpace(noBackupReason) ? await database.BackupAsync(cancellationToken) : null;

    private SchemaStep Audit(string action, int steps, string? backup, string? reason) =>
        SchemaAudit.Step(database.Sql, defaults, action, SchemaPlans.Version, backup, reason, steps, clock.GetUtcNow());
}
