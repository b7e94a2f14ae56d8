using System.CommandLine;
using FlowEngine.Api.Serving;
using FlowEngine.Chat.Engines;

namespace FlowEngine.Cli;

/// <summary><c>compare run</c>: recorded conversations through both engines.</summary>
internal static class ComparePlayCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var input = new Option<string>("--input")
        {
            Description = "Recorded conversations, one a line: {\"id\": \"1\", \"language\"?: \"en\", \"metadata\"?: {...}, \"messages\": [{\"role\": \"user\" or \"assistant\", \"text\": ...}]} or {\"id\": \"1\", \"turns\": [what the user said]}.",
            HelpName = "FILE",
            Required = true,
        };
        var tenant = CompareArguments.Tenant("With this tenant's products, prompt and flows; without it with those of the demo shop, in a temporary database.");
        var (flow, at) = (CompareArguments.Flow(), CompareArguments.At("Play all turns at this time, and measure none: the same input gives the same output, byte by byte."));
        var control = new Option<string>("--control") { Description = "The engine that answers the user: v1, as in the stage shadow, or v2, as in live.", DefaultValueFactory = _ => "v1" };
        control.AcceptOnlyFromAmong("v1", "v2");
        var free = new Option<bool>("--free") { Description = "The candidate also goes on from its own state, besides having the control's history before each turn." };
        var itself = CompareArguments.Number("--against-itself", "Share of the conversations in which the control also runs against itself, which shows its own noise.", "PERCENT", 100, 0, 100);
        var parallel = CompareArguments.Number("--parallel", "Conversations at once; times are truest with 1.", "N", 1, 1, 64);
        var gate = new Option<string>("--gate") { Description = "Hold this gate against the comparisons.", HelpName = "FILE" };
        var output = new Option<string>("--output") { Description = "Write every comparison, masked, as a line of JSON.", HelpName = "FILE" };
        var (html, json) = (CompareArguments.Html(), CompareArguments.Json());
        var command = new Command(
            "run",
            "Play recorded conversations through both engines and compare them. Nothing is stored; effects are recorded, not performed. Exit code 0: played, and the gate passed where one is named, 1: the gate fails, 2: anything else - the gate has not enough data or is refused; a file, the tenant or the command line was wrong.")
        {
            input, tenant, flow, control, free, itself, parallel, at, gate, output, html, json,
        };
        command.SetAction((parsed, token) => Guarded.RunAsync(
            () => ComparePlayRun.RunAsync(
                settings,
                new(
                    parsed.GetValue(input)!,
                    new(parsed.GetValue(tenant), parsed.GetValue(flow), TimeArgument.Read(parsed.GetValue(at))),
                    parsed.GetValue(control) == "v2" ? EngineName.V2 : EngineName.V1,
                    parsed.GetValue(free),
                    parsed.GetValue(itself),
                    parsed.GetValue(parallel),
                    parsed.GetValue(gate),
                    parsed.GetValue(output),
                    parsed.GetValue(html),
                    parsed.GetValue(json)),
                token),
            ExitCodes.Usage));
        return command;
    }
}
