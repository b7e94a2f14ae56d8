using System.Diagnostics;
using System.Text;
using FlowEngine.Api.Serving;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Cli;

namespace FlowEngine.Api.Tests.Cli;

/// <summary>The built program as a process, in a folder of its own with a database of its own.</summary>
public sealed class CommandLine : IDisposable
{
    public TemporaryDatabase Database { get; } = new();

    public string Folder => Path.GetDirectoryName(Database.FilePath)!;

    /// <summary>A sample flow that travels with the program.</summary>
    public static string Sample(string name) => Path.Combine(AppContext.BaseDirectory, "flows", $"{name}.drawflow.json");

    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public Task<Finished> RunAsync(params string[] args) => RunWithInputAsync("", args);

    public async Task<Finished> RunWithInputAsync(string input, params string[] args)
    {
        using var process = Start(args);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.ExitedAsync(string.Join(' ', args));
        return new Finished(process.ExitCode, await output, await errors);
    }

    public Process Start(params string[] args)
    {
        var process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet")
            {
                WorkingDirectory = Folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
                StandardInputEncoding = new UTF8Encoding(false),
                Environment =
                {
                    ["ASPNETCORE_ENVIRONMENT"] = "Production",
                    ["FlowEngine__Database__ConnectionString"] = $"Data Source={Database.FilePath}",
                    ["TMPDIR"] = Folder,
                },
            },
        };
        process.StartInfo.ArgumentList.Add(typeof(CommandHost).Assembly.Location);
        foreach (var argument in args)
        {
            process.StartInfo.ArgumentList.Add(argument);
        }

        process.Start();
        return process;
    }

    public void Dispose() => Database.Dispose();
}

public sealed record Finished(int ExitCode, string Output, string Errors)
{
    /// <summary>Gives itself back; fails with all that was written where the exit code is another.</summary>
    public Finished Expect(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"{ExitCode} instead of {exitCode}:\n{Output}\n{Errors}");
        return this;
    }
}
