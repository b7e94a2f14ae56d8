using System.CommandLine;
using FlowEngine.Api.Serving;

namespace FlowEngine.Cli;

/// <summary><c>flow check|format|schema|chat|diff|import|test|try</c>: flows as files.</summary>
internal static class FlowCommand
{
    public static Command Create(IReadOnlyList<string> settings) => new("flow", "Flows as files.") { FlowCheckCommand.Create(settings), FlowFormatCommand.Create(), FlowSchemaCommand.Create(settings), Chat(settings), Diff(settings), FlowImportCommand.Create(settings), FlowTestCommand.Create(settings), FlowTryCommand.Create(settings) };

    private static Command Chat(IReadOnlyList<string> settings)
    {
        var file = new Argument<string>("FILE") { Description = "A Drawflow export." };
        var tenant = Tenant("Chat with this tenant's products and texts; without it with those of the demo shop, in a temporary database.");
        var language = new Option<string>("--language") { Description = "Two letters; else the tenant's first.", HelpName = "xx" };
        language.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is not { Length: 2 } value || !value.All(char.IsAsciiLetterLower))
            {
                result.AddError("--language takes two lower-case letters, such as en.");
            }
        });
        var command = new Command("chat", "Chat with a flow in the terminal; nothing is stored or sent. /trace, /vars, /restart, /quit.") { file, tenant, language };
        command.SetAction((parsed, token) => Guarded.RunAsync(() => FlowChatRun.RunAsync(
            settings, parsed.GetValue(file)!, parsed.GetValue(tenant), parsed.GetValue(language), token)));
        return command;
    }

    private static Command Diff(IReadOnlyList<string> settings)
    {
        var before = new Argument<string>("BEFORE") { Description = "A Drawflow export." };
        var after = new Argument<string>("AFTER") { Description = "A later one." };
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        var command = new Command("diff", "Say what differs in meaning between two flows. Exit code 0: nothing, 1: something, 2: a file cannot be read.")
        {
            before, after, json,
        };
        command.SetAction((parsed, token) => Guarded.RunAsync(() => FlowDiffRun.RunAsync(
            settings, parsed.GetValue(before)!, parsed.GetValue(after)!, parsed.GetValue(json), token)));
        return command;
    }

    private static Option<string> Tenant(string description) => new("--tenant") { Description = description, HelpName = "SLUG" };
}
