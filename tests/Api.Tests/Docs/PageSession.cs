using System.Diagnostics;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Cli;

namespace FlowEngine.Api.Tests.Docs;

/// <summary>
/// Somebody who enters a page's commands in a clone, one block after the other. The clone is a folder with the sample flows in it; what a command would build or
/// start is there already, so <c>dotnet run</c> and a container run the program of these tests.
/// </summary>
internal sealed class PageSession : IAsyncDisposable
{
    private const string Address = "http://127.0.0.1:5080";

    private const string Shell = """
        set -euo pipefail
        dotnet() {
          [ "$1 $2" = "run --project" ] && [ -f "$ROOT/$3/$(basename "$3").csproj" ] || { echo "not a command in a clone: dotnet $*" >&2; exit 97; }
          shift 3
          [ $# -gt 0 ] || return 0
          shift
          command dotnet "$PROGRAM" "$@"
        }
        docker() {
          [ "$1 $2" = "compose -f" ] && [ -f "$ROOT/$3" ] || { echo "not a command in a clone: docker $*" >&2; exit 97; }
          shift 3
          [ "$1" = run ] || return 0
          shift 3
          command dotnet "$PROGRAM" "$@"
        }
        curl() { command curl --fail-with-body --show-error "$@"; }

        """;

    private readonly TemporaryDatabase _database = new();
    private ServiceProcess? _service;

    public PageSession()
    {
        var flows = Directory.CreateDirectory(Path.Combine(Folder, "flows")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(DocumentationPages.Root, "flows")))
        {
            File.Copy(file, Path.Combine(flows, Path.GetFileName(file)));
        }
    }

    public string Folder => Path.GetDirectoryName(_database.FilePath)!;

    public void Write(string name, string text) => File.WriteAllText(Path.Combine(Folder, name), text);

    /// <returns>The exit code, and what was written to both outputs.</returns>
    public async Task<(int ExitCode, string Output)> RunAsync(string commands)
    {
        if (commands.Contains(Address, StringComparison.Ordinal))
        {
            _service ??= await ServiceProcess.StartAsync(_database.FilePath);
            commands = commands.Replace(Address, _service.Client.BaseAddress!.ToString().TrimEnd('/'), StringComparison.Ordinal);
        }

        commands = commands.Replace("./eng/", "test -x \"$ROOT\"/eng/", StringComparison.Ordinal);
        using var shell = new Process
        {
            StartInfo = new ProcessStartInfo("bash", ["-c", $"{{\n{Shell}{commands}\n}} 2>&1"])
            {
                WorkingDirectory = Folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                Environment =
                {
                    ["ASPNETCORE_ENVIRONMENT"] = "Development",
                    ["FlowEngine__Database__ConnectionString"] = $"Data Source={_database.FilePath}",
                    ["PROGRAM"] = typeof(FlowEngineCommand).Assembly.Location,
                    ["ROOT"] = DocumentationPages.Root,
                    ["TMPDIR"] = Folder,
                },
            },
        };
        shell.Start();
        shell.StandardInput.Close();
        var output = shell.StandardOutput.ReadToEndAsync();
        await shell.ExitedAsync(commands);
        return (shell.ExitCode, await output);
    }

    public async ValueTask DisposeAsync()
    {
        if (_service is not null)
        {
            await _service.DisposeAsync();
        }

        _database.Dispose();
    }
}
