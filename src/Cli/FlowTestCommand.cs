using System.CommandLine;
using FlowEngine.Api.Serving;
using FlowEngine.Testing.Scripts;

namespace FlowEngine.Cli;

/// <summary><c>flow test</c>: conversations that a flow must hold.</summary>
internal static class FlowTestCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Drawflow exports, with the tests beside them (NAME.conversation.json, NAME.CASE.conversation.json), or single tests.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var tenant = new Option<string>("--tenant")
        {
            Description = "Run with this tenant's products and texts; without it with those of the demo shop, in a temporary database.",
            HelpName = "SLUG",
        };
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        var junit = new Option<string>("--junit") { Description = "Write the results as JUnit XML too.", HelpName = "FILE" };
        var coverage = new Option<bool>("--coverage") { Description = "Name the nodes and ports that no test covers." };
        var minimum = new Option<decimal?>("--min-coverage") { Description = "Fail where less than this share of nodes and ports is covered.", HelpName = "PERCENT" };
        var generate = new Option<bool>("--generate") { Description = "Write tests, beside the flow, for what no test covers." };
        var schema = new Option<bool>("--schema") { Description = "Write the JSON Schema of a test, and do nothing else." };
        var command = new Command("test", "Run a flow's conversation tests. Exit code 0: all hold, 1: one does not, or coverage is too low, 2: a file cannot be read.")
        {
            files, tenant, json, junit, coverage, minimum, generate, schema,
        };
        command.Validators.Add(result =>
        {
            if (!result.GetValue(schema) && result.GetValue(files) is null or [])
            {
                result.AddError("flow test takes one FILE or more.");
            }
        });
        command.SetAction((parsed, token) => parsed.GetValue(schema) ? SchemaAsync() : Guarded.RunAsync(() => FlowTestRun.RunAsync(
            settings,
            new(
                parsed.GetValue(files)!, parsed.GetValue(tenant), parsed.GetValue(json), parsed.GetValue(junit), parsed.GetValue(coverage),
                parsed.GetValue(minimum), parsed.GetValue(generate)),
            token)));
        return command;
    }

    private static async Task<int> SchemaAsync()
    {
        await Console.Out.WriteLineAsync(FlowTestSchema.Text());
        return ExitCodes.Ok;
    }
}
