using System.CommandLine;
using FlowEngine.Api.Serving;

namespace FlowEngine.Cli;

/// <summary>The command line; without a command the service runs.</summary>
internal static class FlowEngineCommand
{
    private const string Description =
        "FlowEngine: chat by conversation flows. Without a command it serves. Settings may follow any command as --Section:Name=value.";

    private static readonly Func<IReadOnlyList<string>, Command>[] s_commands =
    [
        FlowCommand.Create, MigrateCommand.Create, TenantCommand.Create, KeyCommand.Create, ConversationsCommand.Create, StagesCommand.Create,
        CompareCommand.Create, AuditCommand.Create,
    ];

    public static Task<int> RunAsync(string[] args) => ServiceProgram.RunAsync(args, Description, s_commands);

    public static RootCommand Create(IReadOnlyList<string> settings) => ServiceProgram.Create(settings, Description, s_commands);
}
