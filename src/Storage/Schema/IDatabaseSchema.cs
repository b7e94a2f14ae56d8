namespace FlowEngine.Storage.Schema;

/// <summary>What differs per database when its schema is read and changed.</summary>
public interface IDatabaseSchema
{
    ISchemaSql Sql { get; }

    /// <summary>Empty where the database does not exist; makes nothing.</summary>
    Task<SchemaFacts> ReadAsync(CancellationToken cancellationToken);

    /// <summary>What the database makes of these statements when it is empty; nothing of it stays.</summary>
    Task<SchemaFacts> ExpectAsync(IReadOnlyList<string> sql, CancellationToken cancellationToken);

    /// <summary>The number that a query gives.</summary>
    Task<long> CountAsync(string sql, CancellationToken cancellationToken);

    /// <summary>Rows that a query gives, each value as text or null.</summary>
    Task<IReadOnlyList<IReadOnlyList<string?>>> TextsAsync(string sql, CancellationToken cancellationToken);

    /// <summary>One process at a time changes the schema; a killed process leaves no lock.</summary>
    Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken);

    /// <summary>Makes and verifies a copy; gives its address. Throws where it cannot be verified.</summary>
    Task<string> BackupAsync(CancellationToken cancellationToken);

    /// <summary>In one transaction, where the database can.</summary>
    Task ApplyAsync(IReadOnlyList<SchemaStep> steps, CancellationToken cancellationToken);

    /// <summary>Brings a table with other columns or constraints to the model's; none of the model's indexes is left on it.</summary>
    IReadOnlyList<string> ChangeTable(TableChange change);

    /// <summary>With what <see cref="ExtraSteps"/> made for it.</summary>
    IReadOnlyList<string> DropTable(string table);

    string DropIndex(string table, string index);

    /// <summary>Beyond the model's tables: full-text tables, triggers.</summary>
    IReadOnlyList<SchemaStep> ExtraSteps(SchemaFacts facts);

    /// <summary>Takes from tables that stay on the way down what <see cref="ExtraSteps"/> made on them, so that another program can write them.</summary>
    IReadOnlyList<SchemaStep> RemovalSteps(SchemaFacts facts);

    /// <summary>True for tables that the database or <see cref="ExtraSteps"/> makes.</summary>
    bool IsOwnTable(string table);
}
