using System.CommandLine;
using FlowEngine.Api.Serving;

namespace FlowEngine.Cli;

/// <summary><c>compare coverage</c>: what users asked V1 for, and what the flow has a way for.</summary>
internal static class CompareCoverageCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var input = new Option<string>("--input")
        {
            Description = "Recorded conversations, one a line, as compare run takes them; 'outcome' says what came of one. Without it the tenant's stored ones that V1 answered.",
            HelpName = "FILE",
        };
        var tenant = CompareArguments.Tenant("Its flow and products, and without --input its conversations; without it those of the demo shop.");
        var (flow, at) = (CompareArguments.Flow(), CompareArguments.At("Play all turns at this time instead of now."));
        var most = CompareArguments.Number("--most", "Stored conversations, the newest.", "N", 1_000, 1, 100_000);
        var (from, to, json) = (CompareArguments.From(), CompareArguments.To(), CompareArguments.Json());
        var command = new Command(
            "coverage",
            "Put recorded conversations together by what users ask for and what came of it, and say which share of each the flow handles. Exit code 0: written, 1: it cannot be done, 2: the input or the command line was wrong.")
        {
            input, tenant, flow, from, to, most, at, json,
        };
        TimeArgument.Order(command, from, to);
        command.Validators.Add(result =>
        {
            if (result.GetResult(input) is null && result.GetResult(tenant) is null)
            {
                result.AddError("Give --input FILE, or --tenant SLUG for its stored conversations.");
            }
        });
        command.SetAction((parsed, token) => Guarded.RunAsync(() => CompareCoverageRun.RunAsync(
            settings,
            new(
                parsed.GetValue(input),
                new(parsed.GetValue(tenant), parsed.GetValue(flow), TimeArgument.Read(parsed.GetValue(at))),
                new(parsed.GetValue(tenant), TimeArgument.Read(parsed.GetValue(from)), TimeArgument.Read(parsed.GetValue(to)), null),
                parsed.GetValue(most),
                parsed.GetValue(json)),
            token)));
        return command;
    }
}
