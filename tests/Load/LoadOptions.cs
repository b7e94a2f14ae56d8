using System.Globalization;
using FlowEngine.Load.Compared;

namespace FlowEngine.Load;

/// <param name="People">Conversations at a time; with it, people talk instead of connections racing.</param>
/// <param name="Seconds">Of one round of one endpoint; with people, of the whole run.</param>
/// <param name="Compared">Conversations whose comparisons are counted; with it, nothing is timed.</param>
/// <param name="Cost">What comparing costs users is measured.</param>
/// <param name="Candidates">Whose cost is measured, by name.</param>
/// <param name="ModelMs">What each model call takes longer, with the cost.</param>
/// <param name="Output">The Markdown file; null: only the console.</param>
/// <param name="PostgreSql">Connection string of an empty database (<c>--database postgresql CONNECTION</c>); null: a SQLite file.</param>
internal sealed record LoadOptions(
    int? People, int Seconds, int Connections, int Rounds, int Conversations, string? Output, string? PostgreSql, int? Compared,
    bool Cost, IReadOnlyList<string> Candidates, int ModelMs)
{
    public string Database => PostgreSql is null ? "SQLite" : "PostgreSQL";

    public static LoadOptions Parse(string[] args)
    {
        int? people = Text(args, "--people") is { } count ? int.Parse(count, CultureInfo.InvariantCulture) : null;
        return new(
            people,
            Number(args, "--seconds", people is null ? 5 : 300),
            Number(args, "--connections", 32),
            Number(args, "--rounds", 5),
            Number(args, "--conversations", 10_000),
            Text(args, "--output"),
            Array.IndexOf(args, "--database") is >= 0 and var at ? args[at + 2] : null,
            Text(args, "--compared") is { } compared ? int.Parse(compared, CultureInfo.InvariantCulture) : null,
            args.Contains("--cost"),
            Text(args, "--candidates") is { } names ? Known(names.Split(',')) : Load.Compared.Candidates.All,
            Number(args, "--model-ms", 0));
    }

    /// <summary>Where the service keeps its data, as its command line takes it.</summary>
    public string[] Settings(string file) => PostgreSql is null
        ? [$"--FlowEngine:Database:ConnectionString=Data Source={file}"]
        : ["--FlowEngine:Database:Provider=postgresql", $"--FlowEngine:Database:ConnectionString={PostgreSql}"];

    /// <summary>Of a candidate that there is not nothing is compared, and it would cost nothing.</summary>
    private static string[] Known(string[] names) =>
        names.FirstOrDefault(name => !Load.Compared.Candidates.All.Contains(name)) is { } unknown
            ? throw new ArgumentException($"--candidates: '{unknown}' is none of {string.Join(", ", Load.Compared.Candidates.All)}.")
            : names;

    private static int Number(string[] args, string name, int otherwise) =>
        Text(args, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private static string? Text(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
