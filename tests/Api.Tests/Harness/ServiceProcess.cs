using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using FlowEngine.Api.Serving;

namespace FlowEngine.Api.Tests.Harness;

/// <summary>The service as a process of its own, on an address that the system gives it.</summary>
public sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri?> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<int> _exit;

    private ServiceProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _exit = ExitAsync();
    }

    /// <summary>Calls as tenant <c>demo</c>, scope chat.</summary>
    public HttpClient Client { get; } = new() { Timeout = s_patience };

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>A process that may refuse to start: nothing is waited for.</summary>
    public static ServiceProcess Launch(string connectionString, params string[] more) => Launch(connectionString, [], more);

    /// <param name="variables">Of its environment.</param>
    public static ServiceProcess Launch(string connectionString, IReadOnlyList<(string Name, string Value)> variables, string[] more)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development" },
        };
        string[] arguments =
        [
            typeof(ServiceHost).Assembly.Location, "--urls", "http://127.0.0.1:0",
            $"--FlowEngine:Database:ConnectionString={connectionString}", ServiceFixture.NeverYielding, .. more,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return new ServiceProcess(new Process { StartInfo = start });
    }

    /// <summary>A process that takes requests.</summary>
    public static Task<ServiceProcess> StartAsync(string databasePath, params string[] more) =>
        StartAsync(Launch($"Data Source={databasePath}", more));

    /// <summary>A process that takes requests, on whichever database it is.</summary>
    public static Task<ServiceProcess> StartAsync(DatabaseHome database, params string[] more) => StartAsync(Launch(database, more));

    public static ServiceProcess Launch(DatabaseHome database, params string[] more) =>
        Launch(database.ConnectionString, [], [$"--FlowEngine:Database:Provider={database.Provider}", .. more]);

    /// <returns>The same process, when it takes requests.</returns>
    public static async Task<ServiceProcess> StartAsync(ServiceProcess service)
    {
        try
        {
            var address = await service._address.Task.WaitAsync(s_patience);
            service.Client.BaseAddress = address ?? throw new InvalidOperationException($"The service did not start:\n{service.Output}");
            service.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "demo-chat");
            using var ready = await service.Client.GetAsync("/api/health/ready");
            ready.EnsureSuccessStatusCode();
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    /// <summary>As a power cut does: no handler of the process runs.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _exit.ComesAsync("The end of the killed service");
    }

    /// <summary>Asks it to stop, and gives its exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        using var signal = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await signal.ExitedAsync("kill -TERM");
        return await ExitCodeAsync();
    }

    public Task<int> ExitCodeAsync() => _exit.WaitAsync(s_patience);

    public async ValueTask DisposeAsync()
    {
        if (!_exit.IsCompleted)
        {
            await KillAsync();
        }

        Client.Dispose();
        _process.Dispose();
    }

    private async Task<int> ExitAsync()
    {
        // As long as it lives: who waits for its end has a bound.
        await _process.WaitForExitAsync(CancellationToken.None);
        _address.TrySetResult(null);
        return _process.ExitCode;
    }

    private void Read(string? line)
    {
        const string listening = "Now listening on: ";
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (line.IndexOf(listening, StringComparison.Ordinal) is >= 0 and var at)
        {
            _address.TrySetResult(new Uri(line[(at + listening.Length)..].Trim()));
        }
    }
}
