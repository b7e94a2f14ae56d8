namespace FlowEngine.Storage.Schema;

/// <summary>What differs per database when its schema is read and changed.</summary>
public interface IDatabaseSchema
{
    /// <summary>Empty where the database does not exist; makes nothing.</summary>
    Task<SchemaFacts> ReadAsync(CancellationToken cancellationToken);

    /// <summary>One process at a time changes the schema; a killed process leaves no lock.</summary>
    Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken);

    /// <summary>Makes and verifies a copy; gives its address. Throws where it cannot be verified.</summary>
    Task<string> BackupAsync(CancellationToken cancellationToken);

    /// <summary>In one transaction, where the database can.</summary>
    Task ApplyAsync(IReadOnlyList<SchemaStep> steps, CancellationToken cancellationToken);

    /// <summary>Beyond the model's tables: full-text tables, triggers.</summary>
    IReadOnlyList<SchemaStep> ExtraSteps(SchemaFacts facts);

    /// <summary>True for tables that the database or <see cref="ExtraSteps"/> makes.</summary>
    bool IsOwnTable(string table);
}
