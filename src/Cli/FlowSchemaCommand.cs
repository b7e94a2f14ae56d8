using System.CommandLine;
using FlowEngine.Api.Flows;
using FlowEngine.Api.Serving;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Cli;

/// <summary><c>flow schema</c>.</summary>
internal static class FlowSchemaCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var output = new Option<string>("--output", "-o") { Description = "Write to this file instead.", HelpName = "FILE" };
        var tenant = new Option<string>("--tenant") { Description = "Only node types that this tenant may use.", HelpName = "SLUG" };
        var command = new Command("schema", "Write the JSON Schema of a flow, for editors of JSON.") { output, tenant };
        command.SetAction((parsed, token) => Guarded.RunAsync(() => RunAsync(settings, parsed.GetValue(output), parsed.GetValue(tenant), token)));
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> settings, string? path, string? slug, CancellationToken cancellationToken)
    {
        await using var host = CommandHost.Build(settings);
        var (tenant, refusal) = slug is null ? (null, null) : await FlowCheckRun.TenantAsync(host.Services, slug, cancellationToken);
        if (refusal is not null)
        {
            return await Guarded.FailAsync(refusal);
        }

        var text = host.Services.GetRequiredService<NodeTypeViews>().SchemaOf(tenant);
        if (path is null)
        {
            await Console.Out.WriteLineAsync(text);
        }
        else
        {
            await File.WriteAllTextAsync(path, text + Environment.NewLine, cancellationToken);
        }

        return ExitCodes.Ok;
    }
}
