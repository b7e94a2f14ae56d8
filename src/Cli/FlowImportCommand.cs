using System.CommandLine;
using FlowEngine.Api.Serving;

namespace FlowEngine.Cli;

/// <summary><c>flow import</c>: flows of the legacy system.</summary>
internal static class FlowImportCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var file = new Argument<string>("FILE") { Description = "A flow of the legacy system (flow_data), or a Drawflow document of any variant." };
        var output = new Option<string>("--output", "-o") { Description = "Write the flow there; else to standard output.", HelpName = "OUT" };
        var start = new Option<string>("--start") { Description = "Where the flow starts; else what the file says, else the node that nothing leads to.", HelpName = "ID" };
        var edges = new Option<bool>("--edges") { Description = "Follow the drawn edges where they disagree with the nodes' configuration." };
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        var tenant = new Option<string>("--tenant") { Description = "Check also what this tenant may use and has.", HelpName = "SLUG" };
        var force = new Option<bool>("--force") { Description = "Write over OUT." };
        var command = new Command(
            "import",
            "Turn a flow of the legacy system into a Drawflow flow. Exit code 0: done, 1: a person must decide something, 2: the file cannot be read or is not a flow.")
        {
            file, output, start, edges, json, tenant, force,
        };
        command.SetAction((parsed, token) => Guarded.RunAsync(() => FlowImportRun.RunAsync(
            settings,
            new(
                parsed.GetValue(file)!, parsed.GetValue(output), parsed.GetValue(start), parsed.GetValue(edges), parsed.GetValue(json),
                parsed.GetValue(tenant), parsed.GetValue(force)),
            token)));
        return command;
    }
}
