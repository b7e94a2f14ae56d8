using System.CommandLine;
using FlowEngine.Hosting;

namespace FlowEngine.Api.Serving;

/// <summary>A program of commands: without one it serves.</summary>
internal static class ServiceProgram
{
    /// <summary>Longer than the host's own 30 seconds: turns under way end before the process does.</summary>
    private static readonly TimeSpan s_termination = TimeSpan.FromSeconds(40);

    /// <param name="commands">Beside <c>serve</c>; each is given the settings that stand on the command line.</param>
    public static async Task<int> RunAsync(string[] args, string description, params Func<IReadOnlyList<string>, Command>[] commands)
    {
        var (command, settings) = SettingArguments.Split(args);
        var parsed = Create(settings, description, commands).Parse(command);
        if (UsageFaults.Of(parsed) is { Count: > 0 } faults)
        {
            foreach (var fault in faults)
            {
                await Console.Error.WriteLineAsync(fault);
            }

            await Console.Error.WriteLineAsync("Run with --help for usage.");
            return ExitCodes.Usage;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = s_termination });
    }

    /// <inheritdoc cref="RunAsync"/>
    public static RootCommand Create(
        IReadOnlyList<string> settings, string description, IEnumerable<Func<IReadOnlyList<string>, Command>> commands)
    {
        var root = new RootCommand(description) { ServeCommand.Create(settings) };
        foreach (var command in commands)
        {
            root.Add(command(settings));
        }

        root.SetAction((_, cancellationToken) => ServeCommand.RunAsync(settings, ServiceRole.All, cancellationToken));
        return root;
    }
}
