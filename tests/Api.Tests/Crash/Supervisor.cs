using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Crash;

/// <summary>Keeps a service on a database, and kills it when it is told to.</summary>
/// <param name="settings">Of the command line.</param>
internal sealed class Supervisor(DatabaseHome database, params string[] settings) : IAsyncDisposable
{
    private ServiceProcess? _service;

    /// <summary>Of the process that runs now, or ran last.</summary>
    public HttpClient Client => _service!.Client;

    public async Task StartAsync() => _service = await ServiceProcess.StartAsync(database, settings);

    public async Task RestartAsync()
    {
        var dead = _service!;
        await dead.KillAsync();
        await StartAsync();
    }

    public Task<int> StopAsync() => _service!.TerminateAsync();

    public ValueTask DisposeAsync() => _service?.DisposeAsync() ?? ValueTask.CompletedTask;
}
