using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Crash;

/// <summary>Keeps a service on a file, and kills it when it is told to.</summary>
internal sealed class Supervisor(string databasePath) : IAsyncDisposable
{
    private ServiceProcess? _service;

    /// <summary>Of the process that runs now, or ran last.</summary>
    public HttpClient Client => _service!.Client;

    public async Task StartAsync() => _service = await ServiceProcess.StartAsync(databasePath);

    public async Task RestartAsync()
    {
        var dead = _service!;
        await dead.KillAsync();
        await StartAsync();
    }

    public Task<int> StopAsync() => _service!.TerminateAsync();

    public ValueTask DisposeAsync() => _service?.DisposeAsync() ?? ValueTask.CompletedTask;
}
