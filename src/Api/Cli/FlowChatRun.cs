using System.Text;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Flows;
using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Running;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Api.Cli;

internal static class FlowChatRun
{
    public static async Task<int> RunAsync(
        IReadOnlyList<string> settings, string path, string? slug, string? language, CancellationToken cancellationToken)
    {
        var (file, fault) = await FlowFile.ReadAsync(path, cancellationToken);
        if (file is null)
        {
            return await Guarded.FailAsync(fault!, ExitCodes.Usage);
        }

        using var shop = slug is null ? new TemporaryShop() : null;
        await using var host = CommandHost.Build(shop?.Over(settings) ?? settings);
        if (shop is not null)
        {
            await TemporaryShop.FillAsync(host.Services, cancellationToken);
        }

        var (profile, refusal) = await FlowCheckRun.TenantAsync(host.Services, slug ?? TemporaryShop.Tenant, cancellationToken);
        if (profile is null)
        {
            return await Guarded.FailAsync(refusal!);
        }

        var name = NameOf(path);
        var check = await host.Services.GetRequiredService<TenantFlowChecker>().CheckAsync(profile, name, file.Reading, null, cancellationToken);
        if (check.HasErrors)
        {
            return await Guarded.FailAsync(string.Join(Environment.NewLine, FindingText.Lines(path, file.Reading, check)));
        }

        var tenant = (await host.Services.GetRequiredService<TenantDirectory>().FindAsync(profile.Slug, cancellationToken))!;
        var versions = new DraftVersions(
            host.Services.GetRequiredService<IFlowVersions>(), name, file.Reading.Document!.ToJson(), check.StartNodeId);
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var loop = new ChatLoop(
            Chat(host.Services, versions, tenant, language), Console.In, Console.Out, prompts: !Console.IsInputRedirected);
        await loop.RunAsync(cancellationToken);
        return ExitCodes.Ok;
    }

    /// <summary>The service's own parts, but for where the flow and the history are.</summary>
    private static TerminalChat Chat(IServiceProvider services, DraftVersions versions, TenantSnapshot tenant, string? language)
    {
        var history = new SessionHistory();
        var ports = new TurnPorts(
            services.GetRequiredService<IProductCatalog>(), services.GetRequiredService<IKnowledgeBase>(), history,
            services.GetRequiredService<ModelChain>());
        var time = services.GetRequiredService<TimeProvider>();
        var engine = new ConversationFlowEngine(
            new FlowCache(versions, services.GetRequiredService<NodeRegistry>()), ports, services.GetRequiredService<TurnLimits>(), time,
            services.GetRequiredService<ILogger<ConversationFlowEngine>>());
        return new TerminalChat(engine, tenant, versions.Draft, history, language, time);
    }

    /// <summary>The file's name up to its first dot.</summary>
    private static string NameOf(string path) => Path.GetFileName(path).Split('.', 2)[0] is { Length: > 0 } name ? name : "flow";
}
