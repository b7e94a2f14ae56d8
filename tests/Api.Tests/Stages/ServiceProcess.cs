using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using FlowEngine.Api.Tests.Chat.Harness;
using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Stages;

/// <summary>The program itself, started from a folder that has its appsettings.json and its database.</summary>
public sealed partial class ServiceProcess : IAsyncDisposable
{
    private readonly Process _process;

    private readonly ConcurrentQueue<string> _said = new();

    private ServiceProcess(Process process, string folder)
    {
        (_process, Folder) = (process, folder);
        process.OutputDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
    }

    public string Folder { get; }

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public static async Task<ServiceProcess> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("flowengine-process-").FullName;
        await DemoDatabase.CopyToAsync(Path.Combine(folder, "flowengine.db"));
        File.Copy(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), Path.Combine(folder, "appsettings.json"));
        var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "FlowEngine.Api.dll"), "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["DOTNET_ENVIRONMENT"] = "Development" },
        })!;
        var started = new ServiceProcess(process, folder);
        started.Address = await started.AddressAsync();
        return started;
    }

    public bool HasSaid(string text) => _said.Any(line => line.Contains(text, StringComparison.Ordinal));

    /// <summary>In how many lines of its log a text stands.</summary>
    public int Count(string text) => _said.Count(line => line.Contains(text, StringComparison.Ordinal));

    public ChatApi Api(string key)
    {
        var http = new HttpClient { BaseAddress = Address };
        http.DefaultRequestHeaders.Add("Authorization", $"Bearer {key}");
        return new ChatApi(http);
    }

    public async Task EditSettingsAsync(string from, string to)
    {
        var file = Path.Combine(Folder, "appsettings.json");
        var text = await File.ReadAllTextAsync(file);
        Assert.Contains(from, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text.Replace(from, to, StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.ExitedAsync("The killed service");
        _process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task<Uri> AddressAsync()
    {
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromMinutes(1) && !_process.HasExited;)
        {
            if (_said.Select(line => Listening().Match(line)).FirstOrDefault(match => match.Success) is { } match)
            {
                return new Uri(match.Groups["address"].Value);
            }

            await Task.Delay(50);
        }

        throw new InvalidOperationException(string.Join('\n', _said));
    }

    [GeneratedRegex(@"Now listening on: (?<address>http://\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listening();
}
