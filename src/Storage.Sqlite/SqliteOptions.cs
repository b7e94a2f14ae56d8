using System.ComponentModel.DataAnnotations;

namespace FlowEngine.Storage.Sqlite;

public sealed record SqliteOptions
{
    /// <summary>How long a statement waits for another program's lock.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary><c>FULL</c> survives a power cut; <c>NORMAL</c> may lose the newest commits to one.</summary>
    [RegularExpression("FULL|NORMAL|EXTRA", MatchTimeoutInMilliseconds = 1000)]
    public string Synchronous { get; init; } = "FULL";

    /// <summary>Turns that one commit may take together.</summary>
    [Range(1, 1024)]
    public int TurnsPerCommit { get; init; } = 64;

    /// <summary>Turns that may wait for the writer before callers wait to be let in.</summary>
    [Range(1, 100_000)]
    public int QueueLength { get; init; } = 1024;

    /// <summary>Pages that the file may have; 0: as many as the disk takes.</summary>
    [Range(0, int.MaxValue)]
    public int MaxPages { get; init; }

    /// <summary>Called with the text of each hand-written statement before it is prepared; tests check it.</summary>
    public Action<string>? OnStatement { get; init; }

    /// <summary>Called with each statement that changes the schema, before it is run; a throw breaks the change off.</summary>
    public Action<string>? OnSchemaStatement { get; init; }
}
