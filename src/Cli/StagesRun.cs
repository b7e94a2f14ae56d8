using System.Text.Json;
using FlowEngine.Api.Http;
using FlowEngine.Api.Serving;
using FlowEngine.Api.Stages;
using FlowEngine.Chat.Stages;
using FlowEngine.Chat.Tenants;
using FlowEngine.Chat.Turns;
using FlowEngine.Hosting;
using FlowEngine.Storage.Stages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FlowEngine.Cli;

internal static class StagesRun
{
    /// <summary>In audits.</summary>
    public const string Actor = "cli";

    public static Task<int> GetAsync(IReadOnlyList<string> settings, string? slug, bool asJson, CancellationToken cancellationToken) =>
        OverAsync(settings, async services =>
        {
            var store = services.GetRequiredService<StageStore>();
            var instance = services.GetRequiredService<IOptions<FlowEngineOptions>>().Value.InstanceId;
            IReadOnlyList<string> slugs = slug is not null ? [slug] : [.. (await store.ListAsync(instance, cancellationToken)).Select(tenant => tenant.Slug)];
            var desk = services.GetRequiredService<StageService>();
            var views = new List<StageView>();
            foreach (var name in slugs)
            {
                if (await FindAsync(services, name, cancellationToken) is not { } tenant)
                {
                    return await NoTenantAsync(name);
                }

                views.Add(StageHandler.View(tenant, await desk.GetAsync(tenant, cancellationToken), null));
            }

            await Console.Out.WriteLineAsync(asJson
                ? slug is null ? JsonSerializer.Serialize(new Page<StageView>(views, null), CliJson.Context.PageStageView) : Json(views[0])
                : string.Join(Environment.NewLine, views.Select(StagesText.Line)));
            return ExitCodes.Ok;
        }, cancellationToken);

    public static Task<int> SetAsync(IReadOnlyList<string> settings, string slug, StageCommand order, bool asJson, CancellationToken cancellationToken) =>
        OverAsync(settings, async services =>
        {
            if (await FindAsync(services, slug, cancellationToken) is not { } tenant)
            {
                return await NoTenantAsync(slug);
            }

            var (state, problem) = await services.GetRequiredService<StageService>().ChangeAsync(tenant, order, cancellationToken);
            if (state is null)
            {
                return await Guarded.FailAsync(problem!);
            }

            var view = StageHandler.View(tenant, state, null);
            await Console.Out.WriteLineAsync(asJson ? Json(view) : StagesText.Line(view));
            return ExitCodes.Ok;
        }, cancellationToken);

    public static Task<int> ReadyAsync(IReadOnlyList<string> settings, string slug, bool asJson, CancellationToken cancellationToken) =>
        OverAsync(settings, async services =>
        {
            if (await FindAsync(services, slug, cancellationToken) is not { } tenant)
            {
                return await NoTenantAsync(slug);
            }

            var view = StageHandler.Ready(tenant, await services.GetRequiredService<StageReadiness>().CheckAsync(tenant, cancellationToken));
            await Console.Out.WriteLineAsync(
                asJson ? JsonSerializer.Serialize(view, CliJson.Context.StageReadyView) : string.Join(Environment.NewLine, StagesText.Lines(view)));
            return view.Ready ? ExitCodes.Ok : ExitCodes.Failed;
        }, cancellationToken);

    private static async Task<int> OverAsync(
        IReadOnlyList<string> settings, Func<IServiceProvider, Task<int>> command, CancellationToken cancellationToken)
    {
        await using var host = CommandHost.Build(settings);
        return await CommandHost.SchemaRefusalAsync(host.Services, cancellationToken) is { } refusal
            ? await Guarded.FailAsync(refusal)
            : await command(host.Services);
    }

    private static ValueTask<TenantSnapshot?> FindAsync(IServiceProvider services, string slug, CancellationToken cancellationToken) =>
        services.GetRequiredService<TenantDirectory>().FindAsync(slug, cancellationToken);

    private static Task<int> NoTenantAsync(string slug) => Guarded.FailAsync($"There is no active tenant '{slug}'.");

    private static string Json(StageView view) => JsonSerializer.Serialize(view, CliJson.Context.StageView);
}
