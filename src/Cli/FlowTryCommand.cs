using System.CommandLine;
using FlowEngine.Api.Serving;

namespace FlowEngine.Cli;

/// <summary><c>flow try</c>: one turn, or one node, with the variables around each step.</summary>
internal static class FlowTryCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var file = new Argument<string>("FILE") { Description = "A Drawflow export." };
        var node = new Option<string>("--node") { Description = "Run this node alone.", HelpName = "ID" };
        var set = new Option<string[]>("--set")
        {
            Description = "Set a variable before, such as city=Izmir or walk.size=4; JSON where the value is JSON.",
            HelpName = "NAME=VALUE",
            AllowMultipleArgumentsPerToken = false,
        };
        var message = new Option<string>("--message") { Description = "What the user says; without it a time-out, or with --node no answer.", HelpName = "TEXT" };
        var state = new Option<string>("--state") { Description = "Go on from this state, and leave the next one there.", HelpName = "FILE" };
        var language = new Option<string>("--language") { Description = "Two letters; else the tenant's first.", HelpName = "xx" };
        var tenant = new Option<string>("--tenant")
        {
            Description = "Try with this tenant's products and texts; without it with those of the demo shop, in a temporary database.",
            HelpName = "SLUG",
        };
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        var command = new Command("try", "Try one turn, or one node, of a flow; nothing is stored or sent. Exit code 0: it ran, 1: it failed, 2: a file cannot be read.")
        {
            file, node, set, message, state, language, tenant, json,
        };
        command.SetAction((parsed, token) => Guarded.RunAsync(() => FlowTryRun.RunAsync(
            settings,
            new(
                parsed.GetValue(file)!, parsed.GetValue(node), parsed.GetValue(set) ?? [], parsed.GetValue(message), parsed.GetValue(state),
                parsed.GetValue(language), parsed.GetValue(tenant), parsed.GetValue(json)),
            token)));
        return command;
    }
}
