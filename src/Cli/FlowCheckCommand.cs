using System.CommandLine;
using FlowEngine.Api.Serving;

namespace FlowEngine.Cli;

/// <summary><c>flow check</c>.</summary>
internal static class FlowCheckCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var files = new Argument<string[]>("FILE") { Description = "Drawflow exports.", Arity = ArgumentArity.OneOrMore };
        var tenant = new Option<string>("--tenant") { Description = "Check also what this tenant may use and has.", HelpName = "SLUG" };
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        var sarif = new Option<bool>("--sarif") { Description = "Write SARIF 2.1.0, as editors and CI services read it." };
        var repair = new Option<bool>("--repair") { Description = "Repair what needs no decision and write it beside FILE as NAME.repaired.json." };
        var watch = new Option<bool>("--watch") { Description = "Check again whenever a file changes, until Ctrl-C." };
        var command = new Command("check", "Find what is wrong in flows. Exit code 0: no errors, 1: errors, 2: a file cannot be read.")
        {
            files, tenant, json, sarif, repair, watch,
        };
        command.Validators.Add(result =>
        {
            var formats = new[] { json, sarif }.Where(result.GetValue).ToList();
            if (formats.Count > 1)
            {
                result.AddError("--json and --sarif exclude each other.");
            }
            else if (result.GetValue(watch) && (formats.Count > 0 || result.GetValue(repair)))
            {
                result.AddError($"--watch and {(formats.Count > 0 ? formats[0].Name : repair.Name)} exclude each other.");
            }
        });
        command.SetAction((parsed, token) => Guarded.RunAsync(() => FlowCheckRun.RunAsync(
            settings,
            new(
                parsed.GetValue(files)!,
                parsed.GetValue(tenant),
                parsed.GetValue(json) ? CheckFormat.Json : parsed.GetValue(sarif) ? CheckFormat.Sarif : CheckFormat.Text,
                parsed.GetValue(repair),
                parsed.GetValue(watch)),
            token)));
        return command;
    }
}
