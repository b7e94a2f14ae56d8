using FlowEngine.Api.Serving;
using FlowEngine.Moving.Generating;
using FlowEngine.Moving.Importing;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Cli;

internal static class ConversationsGenerateRun
{
    public static async Task<int> RunAsync(IReadOnlyList<string> settings, string path, GeneratorOptions options, CancellationToken cancellationToken)
    {
        await using var host = CommandHost.Build(settings);
        var databases = await host.Services.GetRequiredService<LegacyDatabaseFile>().WriteAsync(path, options, cancellationToken);
        await Console.Out.WriteLineAsync($"{path}: {options.Conversations} conversations of {options.Tenants} tenants. To import them:");
        await Console.Out.WriteLineAsync($"conversations import --from {path} {string.Join(' ', databases.Select(entry => $"--tenant-db {entry.Key}={entry.Value}"))}");
        return ExitCodes.Ok;
    }
}
