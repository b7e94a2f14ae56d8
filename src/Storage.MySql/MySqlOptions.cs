using System.ComponentModel.DataAnnotations;

namespace FlowEngine.Storage.MySql;

public sealed record MySqlOptions
{
    /// <summary>How long a statement waits for a row that another turn holds; whole seconds, at least one.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Connections of this process, where the connection string names no other number.</summary>
    [Range(2, 1000)]
    public int Connections { get; init; } = 40;

    /// <summary>Where copies are put before a schema is changed.</summary>
    public string BackupFolder { get; init; } = ".";

    /// <summary>Called with the text of each hand-written statement before it is sent; tests check it.</summary>
    public Action<string>? OnStatement { get; init; }

    /// <summary>Called with each statement that changes the schema, before it is run; a throw breaks the change off.</summary>
    public Action<string>? OnSchemaStatement { get; init; }
}
