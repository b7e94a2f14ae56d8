using System.CommandLine;
using FlowEngine.Hosting;
using FlowEngine.Hosting.Demo;

namespace FlowEngine.Api.Serving;

/// <summary><c>serve</c>: the service, and what has to be true before it serves.</summary>
internal static class ServeCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var role = new Option<ServiceRole>("--role")
        {
            Description = "web answers requests, worker does the work in the background, all does both.",
            DefaultValueFactory = _ => ServiceRole.All,
        };
        var command = new Command("serve", "Run the service (what the program does without a command).") { role };
        command.SetAction((parsed, cancellationToken) => RunAsync(settings, parsed.GetValue(role), cancellationToken));
        return command;
    }

    public static Task<int> RunAsync(IReadOnlyList<string> settings, ServiceRole role, CancellationToken cancellationToken) => Guarded.RunAsync(async () =>
    {
        await using var app = ServiceHost.Build([.. settings], role: role);
        if (await ServiceStart.PrepareAsync(app.Services, cancellationToken) is { } refusal)
        {
            return await Guarded.FailAsync(refusal);
        }

        if (app.Environment.IsDevelopment() && role != ServiceRole.Worker)
        {
            app.Lifetime.ApplicationStarted.Register(() => Console.Out.Write(DemoWelcome.For(app.Urls.First())));
        }

        return await ServeAsync(app, cancellationToken);
    });

    /// <summary>Serves until it is told to stop, or until background work ends the host by a fault.</summary>
    internal static async Task<int> ServeAsync(WebApplication app, CancellationToken cancellationToken)
    {
        // The host disposes its services when it ends, and says nothing of why it did.
        var work = app.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
        BackgroundService? Faulted() => work.Find(service => service.ExecuteTask is { IsFaulted: true });
        try
        {
            await app.RunAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (Faulted() is not null)
        {
            // The fault came while the host was still starting.
        }

        return Faulted() is { } faulted
            ? await Guarded.FailAsync($"The service ended by a fault of {faulted.GetType().Name}: {faulted.ExecuteTask!.Exception!.GetBaseException().Message}")
            : ExitCodes.Ok;
    }
}
