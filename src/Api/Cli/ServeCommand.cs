using System.CommandLine;

namespace FlowEngine.Api.Cli;

/// <summary><c>serve</c>: the service, and what has to be true before it serves.</summary>
internal static class ServeCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var command = new Command("serve", "Run the service (what the program does without a command).");
        command.SetAction((_, cancellationToken) => RunAsync(settings, cancellationToken));
        return command;
    }

    public static Task<int> RunAsync(IReadOnlyList<string> settings, CancellationToken cancellationToken) => Guarded.RunAsync(async () =>
    {
        await using var app = ServiceHost.Build([.. settings]);
        if (await ServiceStart.PrepareAsync(app.Services, cancellationToken) is { } refusal)
        {
            return await Guarded.FailAsync(refusal);
        }

        await app.RunAsync(cancellationToken);
        return ExitCodes.Ok;
    });
}
