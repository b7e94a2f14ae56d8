using FlowEngine.Api.Serving;
using FlowEngine.Hosting;
using FlowEngine.Hosting.ServiceSettings;
using FlowEngine.Storage.Schema;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace FlowEngine.Cli;

/// <summary>The service's parts and settings for a command: nothing listens, nothing runs in the background.</summary>
internal static class CommandHost
{
    /// <summary>Warnings go to standard error; standard output is the command's.</summary>
    public static WebApplication Build(IReadOnlyList<string> settings)
    {
        var builder = ServiceHost.CreateBuilder([.. settings]);
        builder.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<LoggerFilterOptions>(options =>
        {
            options.Rules.Clear();
            options.MinLevel = LogLevel.Warning;
        });
        SettingsCheck.Demand(builder.Configuration);
        return builder.Build();
    }

    /// <summary>For commands that read or write what the service made.</summary>
    /// <returns>Why the database cannot be used as it is, or null.</returns>
    public static async Task<string?> SchemaRefusalAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var status = await services.GetRequiredService<SchemaMigrator>().StatusAsync(cancellationToken);
        return status.State switch
        {
            SchemaState.Current => null,
            SchemaState.Empty => "The database is empty. Run 'migrate up', or 'serve', which makes it.",
            _ => ServiceStart.Refusal(status),
        };
    }
}
