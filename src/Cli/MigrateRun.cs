using System.Text.Json;
using FlowEngine.Api.Serving;
using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using FlowEngine.Hosting;
using FlowEngine.Storage.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Cli;

internal sealed class MigrateRun(IReadOnlyList<string> settings)
{
    public Task<int> StatusAsync(bool plan, bool asJson, CancellationToken cancellationToken) => RunAsync(async schema =>
    {
        var status = await schema.StatusAsync(cancellationToken);
        await Console.Out.WriteLineAsync(asJson
            ? JsonSerializer.Serialize(
                new SchemaStatusView(
                    EnumNames.For(status.State), status.Missing, status.ForeignTables, status.HasData, plan ? Views(status.Steps) : null, status.Level),
                CliJson.Context.SchemaStatusView)
            : MigrateText.Of(status, plan));
        return status.State == SchemaState.Current ? ExitCodes.Ok : ExitCodes.Failed;
    });

    public Task<int> UpAsync(string? noBackupReason, bool asJson, CancellationToken cancellationToken) => RunAsync(async schema =>
    {
        var result = await schema.UpAsync(noBackupReason, cancellationToken);
        if (asJson)
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(
                new SchemaUpView(EnumNames.For(result.Before.State), result.Applied, result.Backup, result.Before.ForeignTables),
                CliJson.Context.SchemaUpView));
            return result.IsRefused ? ExitCodes.Failed : ExitCodes.Ok;
        }

        if (result.IsRefused)
        {
            return await Guarded.FailAsync(ServiceStart.Refusal(result.Before)!);
        }

        await Console.Out.WriteLineAsync(result.Applied.Count == 0
            ? "The schema is current: nothing was done."
            : MigrateText.Made(result.Applied.Count, result.Backup));
        return ExitCodes.Ok;
    });

    public Task<int> DownAsync(string? noBackupReason, bool plan, bool asJson, CancellationToken cancellationToken) => RunAsync(async schema =>
    {
        var result = plan
            ? new SchemaDownResult(await schema.DownPlanAsync(cancellationToken), Backup: null)
            : await schema.DownAsync(noBackupReason, cancellationToken);
        var (state, steps, refused) = (result.Plan.State, result.Plan.Steps, result.Plan.Refused);
        await Console.Out.WriteLineAsync(asJson
            ? JsonSerializer.Serialize(
                new SchemaDownView(EnumNames.For(state), [.. steps.Select(step => step.Name)], refused, result.Backup, plan ? Views(steps) : null),
                CliJson.Context.SchemaDownView)
            : MigrateText.Of(result, plan));
        return refused.Count == 0 ? ExitCodes.Ok : ExitCodes.Failed;
    });

    public Task<int> VerifyAsync(bool asJson, CancellationToken cancellationToken) => RunAsync(async schema =>
    {
        var status = await schema.StatusAsync(cancellationToken);
        var same = status.State == SchemaState.Current;
        await Console.Out.WriteLineAsync(asJson
            ? JsonSerializer.Serialize(
                new SchemaVerifyView(same, EnumNames.For(status.State), [.. status.Differences.Select(View)], status.ForeignTables),
                CliJson.Context.SchemaVerifyView)
            : MigrateText.Verified(status));
        return same ? ExitCodes.Ok : ExitCodes.Failed;
    });

    private static List<SchemaStepView> Views(IReadOnlyList<SchemaStep> steps) => [.. steps.Select(step => new SchemaStepView(step.Name, step.Sql))];

    private static SchemaDifferenceView View(SchemaDifference difference) => new(
        EnumNames.For(difference.Kind), difference.Table, difference.Name, difference.Expected, difference.Found, difference.ToString());

    private Task<int> RunAsync(Func<SchemaMigrator, Task<int>> action) => Guarded.RunAsync(async () =>
    {
        await using var host = CommandHost.Build(settings);
        return await action(host.Services.GetRequiredService<SchemaMigrator>());
    });
}
