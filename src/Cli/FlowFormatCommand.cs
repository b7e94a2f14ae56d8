using System.CommandLine;
using FlowEngine.Api.Serving;
using FlowEngine.Drawflow;

namespace FlowEngine.Cli;

/// <summary><c>flow format</c>: the complete export of a flow, such as one that was written by hand.</summary>
internal static class FlowFormatCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A Drawflow document of any variant, or the short form of one." };
        var output = new Option<string>("--output", "-o") { Description = "Write the flow there (FILE itself, if you like); else to standard output.", HelpName = "OUT" };
        var command = new Command(
            "format",
            "Write a flow as a complete export: both ends of every connection, positions, the members that the editor needs. Exit code 0: done, 2: the file cannot be read or is not a flow.")
        {
            file, output,
        };
        command.SetAction((parsed, token) => Guarded.RunAsync(() => RunAsync(parsed.GetValue(file)!, parsed.GetValue(output), token)));
        return command;
    }

    private static async Task<int> RunAsync(string path, string? output, CancellationToken cancellationToken)
    {
        var (file, fault) = await FlowFile.ReadAsync(path, cancellationToken);
        if (file is null)
        {
            return await Guarded.FailAsync(fault!, ExitCodes.Usage);
        }

        if (file.Reading.Document is not { } document)
        {
            var problem = file.Reading.Problems[0];
            return await Guarded.FailAsync($"{path}: {problem.Message} {problem.Fix}", ExitCodes.Usage);
        }

        var (text, changes) = DrawflowFormat.Format(document);
        if (output is null)
        {
            await Console.Out.WriteAsync(text.AsMemory(), cancellationToken);
            return ExitCodes.Ok;
        }

        await File.WriteAllTextAsync(output, text, cancellationToken);
        await Console.Out.WriteLineAsync($"{output}: {(changes.Count == 0 ? "nothing to repair" : $"{changes.Count} repairs")}");
        return ExitCodes.Ok;
    }
}
