using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using FlowEngine.Api.Serving;
using FlowEngine.Hosting;
using FlowEngine.Storage.Sealing;
using FlowEngine.Storage.Tenants;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FlowEngine.Cli;

/// <summary><c>audit verify</c>: whether the sealed audit is as it was written.</summary>
internal static class AuditCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var tenant = new Option<string>("--tenant") { Description = "Only this one's.", HelpName = "SLUG" };
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        var verify = new Command(
            "verify", "Read the sealed audit again. Exit code 0: it holds, 1: it does not, or it cannot be read, 2: the command line was wrong.")
        {
            tenant, json,
        };
        verify.SetAction((parsed, token) => Guarded.RunAsync(() => VerifyAsync(settings, parsed.GetValue(tenant), parsed.GetValue(json), token)));
        return new Command("audit", "Who did what.") { verify };
    }

    private static async Task<int> VerifyAsync(IReadOnlyList<string> settings, string? slug, bool asJson, CancellationToken cancellationToken)
    {
        await using var host = CommandHost.Build(settings);
        var services = host.Services;
        if (await CommandHost.SchemaRefusalAsync(services, cancellationToken) is { } refusal)
        {
            return await Guarded.FailAsync(refusal);
        }

        var tenant = slug is null ? null : await services.GetRequiredService<TenantStore>().FindAsync(slug, cancellationToken);
        if (slug is not null && tenant is null)
        {
            return await Guarded.FailAsync($"There is no tenant '{slug}'.");
        }

        var instance = services.GetRequiredService<IOptions<FlowEngineOptions>>().Value.InstanceId;
        var verdict = await services.GetRequiredService<AuditVerifier>().VerifyAsync(instance, tenant?.Id, cancellationToken);
        await Console.Out.WriteLineAsync(asJson
            ? JsonSerializer.Serialize(new AuditVerdictView(verdict.Faults.Count == 0, verdict.Seals, verdict.Entries, verdict.Faults), CliJson.Context.AuditVerdictView)
            : Text(verdict));
        return verdict.Faults.Count == 0 ? ExitCodes.Ok : ExitCodes.Failed;
    }

    private static string Text(AuditVerdict verdict) => string.Join(
        Environment.NewLine,
        verdict.Faults.Select(fault => string.Create(
                CultureInfo.InvariantCulture, $"tenant {fault.TenantId}, {fault.Minute.UtcDateTime:yyyy-MM-dd HH:mm} UTC: {fault.Problem}"))
            .Append(string.Create(
                CultureInfo.InvariantCulture,
                $"{verdict.Seals} seals over {verdict.Entries} rows {(verdict.Faults.Count == 0 ? "hold" : $"were read; {verdict.Faults.Count} do not hold")}.")));
}
