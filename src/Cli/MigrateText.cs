using System.Globalization;
using FlowEngine.Hosting;
using FlowEngine.Storage.Schema;

namespace FlowEngine.Cli;

/// <summary>What <c>migrate</c> says to people.</summary>
internal static class MigrateText
{
    private static readonly string s_line = Environment.NewLine;

    public static string Of(SchemaStatus status, bool plan) => status.State switch
    {
        SchemaState.Current => $"The schema is current; its level is {status.Level}.",
        SchemaState.Foreign => ServiceStart.Refusal(status)!,
        _ when plan => Sql(status.Steps),
        SchemaState.Empty => $"The database is empty: 'migrate up' would make {status.Steps.Count} steps.",
        _ => $"The schema is older: 'migrate up' would make {List(status.Missing)}",
    };

    public static string Of(SchemaDownResult result, bool plan)
    {
        var (steps, refused) = (result.Plan.Steps, result.Plan.Refused);
        var done = steps.Count == 0 ? "There is nothing to go back from." : plan ? Sql(steps) : Made(steps.Count, result.Backup);
        return refused.Count == 0 ? done : $"{done}{s_line}Not done, so that nothing is lost:{List(refused)}";
    }

    public static string Verified(SchemaStatus status) => status.State switch
    {
        SchemaState.Current => "The schema is the model's.",
        SchemaState.Foreign => ServiceStart.Refusal(status)!,
        _ => string.Create(CultureInfo.InvariantCulture, $"{status.Differences.Count} differences:{List([.. status.Differences.Select(each => each.ToString())])}"),
    };

    public static string Made(int steps, string? backup) =>
        string.Create(CultureInfo.InvariantCulture, $"{steps} steps made{(backup is null ? "" : $"; the copy from before is {backup}")}.");

    private static string List(IReadOnlyList<string> lines) => string.Concat(lines.Select(line => $"{s_line}  {line}"));

    private static string Sql(IReadOnlyList<SchemaStep> steps) => string.Join(
        s_line + s_line,
        steps.Select(step => $"-- {step.Name.ReplaceLineEndings(" ")}{s_line}{string.Join(s_line, step.Sql.Select(sql => sql.TrimEnd().TrimEnd(';') + ";"))}"));
}
