using System.CommandLine;
using FlowEngine.Api.Serving;

namespace FlowEngine.Cli;

/// <summary><c>compare run|report|gate|coverage</c>: V1 beside V2.</summary>
internal static class CompareCommand
{
    public static Command Create(IReadOnlyList<string> settings) => new("compare", "The engines beside one another: V1 and V2 on the same turns.")
    {
        ComparePlayCommand.Create(settings), Report(settings), Gate(settings), CompareCoverageCommand.Create(settings),
    };

    private static Command Report(IReadOnlyList<string> settings)
    {
        var tenant = CompareArguments.Tenant("Only of this tenant; without it of all.");
        var (from, to, html, json) = (CompareArguments.From(), CompareArguments.To(), CompareArguments.Html(), CompareArguments.Json());
        var mode = new Option<string>("--mode")
        {
            Description = "resync: each turn with the control's history; free: the candidate goes on from its own state. Without it both, apart.",
        };
        mode.AcceptOnlyFromAmong("resync", "free");
        var command = new Command(
            "report",
            "Count and estimate the stored comparisons: tables as text or JSON. Exit code 0: written, 1: it cannot be done, 2: the command line was wrong.")
        {
            tenant, from, to, mode, html, json,
        };
        TimeArgument.Order(command, from, to);
        command.SetAction((parsed, token) => Guarded.RunAsync(() => CompareReportRun.RunAsync(
            settings,
            new(parsed.GetValue(tenant), TimeArgument.Read(parsed.GetValue(from)), TimeArgument.Read(parsed.GetValue(to)), parsed.GetValue(mode)),
            parsed.GetValue(html),
            parsed.GetValue(json),
            token)));
        return command;
    }

    private static Command Gate(IReadOnlyList<string> settings)
    {
        var tenant = CompareArguments.Tenant("Whose comparisons; may be left out where there is only one.");
        var (from, to, json) = (CompareArguments.From(), CompareArguments.To(), CompareArguments.Json());
        var gate = new Option<string>("--gate") { Description = "The gate; without it the one in FlowEngine:Comparisons:Gate.", HelpName = "FILE" };
        var command = new Command(
            "gate",
            "Hold a gate against a tenant's stored comparisons; --from and --to come before the file's own. Exit code 0: it is passed, 1: a criterion fails, 2: anything else - there is not enough data; it is refused, as where costs are asked for and a model has no price; the file, the tenant or the command line was wrong; the database cannot be used.")
        {
            tenant, gate, from, to, json,
        };
        TimeArgument.Order(command, from, to);
        command.SetAction((parsed, token) => Guarded.RunAsync(
            () => CompareGateRun.RunAsync(
                settings,
                new(parsed.GetValue(tenant), TimeArgument.Read(parsed.GetValue(from)), TimeArgument.Read(parsed.GetValue(to)), null),
                parsed.GetValue(gate),
                parsed.GetValue(json),
                token),
            ExitCodes.Usage));
        return command;
    }
}
