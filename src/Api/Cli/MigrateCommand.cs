using System.CommandLine;
using System.Text.Json;
using FlowEngine.Api.Chat;
using FlowEngine.Storage.Schema;

namespace FlowEngine.Api.Cli;

/// <summary><c>migrate status|up</c>: the schema of the database that the settings name.</summary>
internal static class MigrateCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        var status = new Command("status", "Say what 'up' would do; changes nothing. Exit code 0: nothing to do, 1: something, or not our database.") { json };
        status.SetAction((parsed, token) => RunAsync(settings, (schema, inner) => StatusAsync(schema, parsed.GetValue(json), inner), token));

        var reason = new Option<string>("--no-backup") { Description = "Why data is changed without a copy.", HelpName = "REASON" };
        reason.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
            {
                result.AddError("--no-backup needs a reason.");
            }
        });
        var up = new Command("up", "Bring the database to the schema of this program; data is copied first.") { reason, json };
        up.SetAction((parsed, token) =>
            RunAsync(settings, (schema, inner) => UpAsync(schema, parsed.GetValue(reason), parsed.GetValue(json), inner), token));
        return new Command("migrate", "The database's schema.") { status, up };
    }

    private static Task<int> RunAsync(
        IReadOnlyList<string> settings, Func<SchemaMigrator, CancellationToken, Task<int>> action, CancellationToken cancellationToken) =>
        Guarded.RunAsync(async () =>
        {
            await using var host = CommandHost.Build(settings);
            return await action(host.Services.GetRequiredService<SchemaMigrator>(), cancellationToken);
        });

    private static async Task<int> StatusAsync(SchemaMigrator schema, bool asJson, CancellationToken cancellationToken)
    {
        var status = await schema.StatusAsync(cancellationToken);
        await Console.Out.WriteLineAsync(asJson
            ? JsonSerializer.Serialize(
                new SchemaStatusView(ReplyBuilder.Lower(status.State), status.Missing, status.ForeignTables, status.HasData),
                CliJson.Context.SchemaStatusView)
            : Describe(status));
        return status.State == SchemaState.Current ? ExitCodes.Ok : ExitCodes.Failed;
    }

    private static async Task<int> UpAsync(SchemaMigrator schema, string? noBackupReason, bool asJson, CancellationToken cancellationToken)
    {
        var result = await schema.UpAsync(noBackupReason, cancellationToken);
        if (asJson)
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(
                new SchemaUpView(ReplyBuilder.Lower(result.Before.State), result.Applied, result.Backup, result.Before.ForeignTables),
                CliJson.Context.SchemaUpView));
            return result.IsRefused ? ExitCodes.Failed : ExitCodes.Ok;
        }

        if (result.IsRefused)
        {
            return await Guarded.FailAsync(Describe(result.Before));
        }

        await Console.Out.WriteLineAsync(result.Applied.Count == 0
            ? "The schema is current: nothing was done."
            : $"{result.Applied.Count} steps made{(result.Backup is null ? "" : $"; the copy from before is {result.Backup}")}.");
        return ExitCodes.Ok;
    }

    private static string Describe(SchemaStatus status) => status.State switch
    {
        SchemaState.Current => "The schema is current.",
        SchemaState.Empty => $"The database is empty: 'migrate up' would make {status.Missing.Count} steps.",
        SchemaState.Behind => $"The schema is older: 'migrate up' would make {Environment.NewLine}  {string.Join($"{Environment.NewLine}  ", status.Missing)}",
        _ => ServiceStart.Refusal(status)!,
    };
}
