namespace FlowEngine.Moving.Importing;

/// <summary>What became of the rows of one table; every row that was read is in exactly one of the other counts.</summary>
public sealed class TableTally
{
    public long Read => Imported + Updated + Unchanged + Refused;

    public long Imported { get; set; }

    /// <summary>Carried before, changed in the source since, and carried again.</summary>
    public long Updated { get; set; }

    /// <summary>Carried before.</summary>
    public long Unchanged { get; set; }

    public long Refused { get; set; }
}
