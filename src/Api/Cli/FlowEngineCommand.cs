using System.CommandLine;

namespace FlowEngine.Api.Cli;

/// <summary>The command line; without a command the service runs.</summary>
internal static class FlowEngineCommand
{
    /// <summary>Longer than the host's own 30 seconds: turns under way end before the process does.</summary>
    private static readonly TimeSpan s_termination = TimeSpan.FromSeconds(40);

    public static async Task<int> RunAsync(string[] args)
    {
        var (command, settings) = SettingArguments.Split(args);
        var parsed = Create(settings).Parse(command);
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

    /// <param name="settings">Configuration in the form <c>--Section:Name=value</c>.</param>
    internal static RootCommand Create(IReadOnlyList<string> settings)
    {
        var root = new RootCommand("FlowEngine: chat by conversation flows. Without a command it serves. Settings may follow any command as --Section:Name=value.")
        {
            ServeCommand.Create(settings),
            FlowCommand.Create(settings),
            MigrateCommand.Create(settings),
            TenantCommand.Create(settings),
            KeyCommand.Create(settings),
            ConversationsCommand.Create(settings),
            StagesCommand.Create(settings),
            CompareCommand.Create(settings),
        };
        root.SetAction((_, cancellationToken) => ServeCommand.RunAsync(settings, cancellationToken));
        return root;
    }
}
