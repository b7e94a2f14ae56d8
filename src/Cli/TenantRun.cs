using System.Text.Json;
using FlowEngine.Api.Http;
using FlowEngine.Api.Serving;
using FlowEngine.Api.Tenants;
using FlowEngine.Storage.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Cli;

internal static class TenantRun
{
    /// <summary>In audits.</summary>
    private const string Actor = "cli";

    public static Task<int> ListAsync(IReadOnlyList<string> settings, bool asJson, CancellationToken cancellationToken) =>
        OverAsync(settings, async store =>
        {
            List<TenantView> views = [.. (await store.ListAsync(cancellationToken)).Select(TenantView.Of)];
            await Console.Out.WriteLineAsync(asJson
                ? JsonSerializer.Serialize(new Page<TenantView>(views, null), CliJson.Context.PageTenantView)
                : views.Count == 0 ? "There are no tenants." : string.Join(Environment.NewLine, views.Select(Line)));
            return ExitCodes.Ok;
        }, cancellationToken);

    public static Task<int> CreateAsync(
        IReadOnlyList<string> settings, string slug, TenantOrder order, bool asJson, CancellationToken cancellationToken) =>
        OverAsync(settings, async store =>
        {
            var facts = order.Apply(TenantHandler.New with { Slug = slug, Name = slug });
            if (Faults(facts, null) is { } faults)
            {
                return await Guarded.FailAsync(faults);
            }

            var (entry, isNew) = await store.CreateAsync(facts, Actor, cancellationToken);
            return !isNew && facts.Changes(TenantDetails.Of(entry)).Count > 0
                ? await Guarded.FailAsync($"There is another tenant '{slug}'. Change it with 'tenant set {slug}', or take another slug.")
                : await WriteAsync(entry, asJson);
        }, cancellationToken);

    public static Task<int> ChangeAsync(
        IReadOnlyList<string> settings, string slug, TenantOrder order, bool asJson, CancellationToken cancellationToken) =>
        OverAsync(settings, async store =>
        {
            if (await store.FindAsync(slug, cancellationToken) is not { } there)
            {
                return await NotThereAsync(slug);
            }

            var before = TenantDetails.Of(there);
            if (Faults(order.Apply(before), before) is { } faults)
            {
                return await Guarded.FailAsync(faults);
            }

            var (entry, slugIsTaken) = await store.ChangeAsync(slug, order.Apply, Actor, cancellationToken);
            return slugIsTaken ? await Guarded.FailAsync($"There is another tenant '{order.Slug}'. Take another slug.")
                : entry is null ? await NotThereAsync(slug)
                : await WriteAsync(entry, asJson);
        }, cancellationToken);

    private static async Task<int> OverAsync(IReadOnlyList<string> settings, Func<TenantStore, Task<int>> run, CancellationToken cancellationToken)
    {
        await using var host = CommandHost.Build(settings);
        return await CommandHost.SchemaRefusalAsync(host.Services, cancellationToken) is { } refusal
            ? await Guarded.FailAsync(refusal)
            : await run(host.Services.GetRequiredService<TenantStore>());
    }

    private static string? Faults(TenantDetails facts, TenantDetails? before)
    {
        // A new one's slug is no option but the command's argument.
        List<string> faults = [.. TenantRules.Faults(facts, before).Select(fault => before is null && fault.Member == "slug"
            ? fault.Detail.Replace("'slug'", "SLUG", StringComparison.Ordinal)
            : Guarded.WithOption(fault.Detail, fault.Member))];
        return faults.Count == 0 ? null : string.Join(Environment.NewLine, faults);
    }

    private static Task<int> NotThereAsync(string slug) => Guarded.FailAsync($"There is no tenant '{slug}'. 'tenant list' lists them.");

    private static async Task<int> WriteAsync(TenantEntry entry, bool asJson)
    {
        var view = TenantView.Of(entry);
        await Console.Out.WriteLineAsync(asJson ? JsonSerializer.Serialize(view, CliJson.Context.TenantView) : Line(view));
        return ExitCodes.Ok;
    }

    private static string Line(TenantView view) =>
        $"{view.Slug} (id {view.Id}, {(view.IsActive ? "active" : "inactive")}): {view.Name}, {string.Join(',', view.Languages)}, {view.Currency}, {view.TimeZone}"
        + (view.SiteUrl is null ? "" : $", {view.SiteUrl}");
}
