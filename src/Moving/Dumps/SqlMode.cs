namespace FlowEngine.Moving.Dumps;

/// <summary>What of MySQL's <c>sql_mode</c> changes how text is read.</summary>
/// <param name="NoBackslashEscapes">A backslash is a letter like others.</param>
/// <param name="AnsiQuotes">Double quotes enclose names.</param>
internal sealed record SqlMode(bool NoBackslashEscapes, bool AnsiQuotes)
{
    public static SqlMode Usual { get; } = new(NoBackslashEscapes: false, AnsiQuotes: false);

    /// <param name="list">Names separated by commas.</param>
    public static SqlMode Parse(string list)
    {
        var names = list.Split(',', StringSplitOptions.TrimEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new(names.Contains("NO_BACKSLASH_ESCAPES"), names.Overlaps(["ANSI_QUOTES", "ANSI"]));
    }

    public SqlMode With(SqlMode added) => new(NoBackslashEscapes || added.NoBackslashEscapes, AnsiQuotes || added.AnsiQuotes);

    public SqlMode Without(SqlMode removed) =>
        new(NoBackslashEscapes && !removed.NoBackslashEscapes, AnsiQuotes && !removed.AnsiQuotes);
}
