using System.Text.Json;
using FlowEngine.Api.Serving;
using FlowEngine.Hosting;
using FlowEngine.Moving.Importing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Cli;

internal static class ConversationsStatusRun
{
    public static async Task<int> RunAsync(
        IReadOnlyList<string> settings, string? from, IReadOnlyDictionary<long, string> tenantDatabases, bool asJson, CancellationToken cancellationToken)
    {
        await using var host = CommandHost.Build(settings);
        var database = host.Configuration.GetSection($"{FlowEngineOptions.Section}:Database").Get<DatabaseOptions>() ?? new();
        var (view, refusal) = await host.Services.GetRequiredService<ConversationStatusReport>()
            .ReadAsync(from ?? database.ConnectionString, tenantDatabases, cancellationToken);
        if (view is null)
        {
            return await Guarded.FailAsync(refusal!);
        }

        await ReportText.WriteAsync(ConversationsText.Parts(view), asJson ? JsonSerializer.Serialize(view, CliJson.Context.StatusView) : null);
        return view.Wrong.Count == 0 ? ExitCodes.Ok : ExitCodes.Failed;
    }
}
