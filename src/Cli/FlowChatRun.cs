using System.Text;
using FlowEngine.Api.Serving;
using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Cli;

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

        var (bench, refusal) = await FlowSandbox.OpenAsync(settings, slug, cancellationToken);
        if (bench is null)
        {
            return await Guarded.FailAsync(refusal!);
        }

        await using (bench)
        {
            var (flow, findings) = await bench.AddAsync(file, cancellationToken);
            if (flow is null)
            {
                return await Guarded.FailAsync(findings!);
            }

            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
            var loop = new ChatLoop(Chat(bench, flow, language), Console.In, Console.Out, prompts: !Console.IsInputRedirected);
            await loop.RunAsync(cancellationToken);
            return ExitCodes.Ok;
        }
    }

    /// <summary>The service's own parts, but for where the flow and the history are.</summary>
    private static TerminalChat Chat(FlowSandbox bench, FlowVersionRef flow, string? language)
    {
        var services = bench.Services;
        var history = new SessionHistory();
        var ports = new TurnPorts(
            services.GetRequiredService<IProductCatalog>(), services.GetRequiredService<IKnowledgeBase>(), history,
            services.GetRequiredService<ModelChain>());
        var time = services.GetRequiredService<TimeProvider>();
        var engine = new ConversationFlowEngine(
            new FlowCache(bench.Versions, services.GetRequiredService<NodeRegistry>()), ports, services.GetRequiredService<TurnLimits>(), time,
            services.GetRequiredService<ILogger<ConversationFlowEngine>>());
        return new TerminalChat(engine, bench.Tenant, flow, history, language, time);
    }
}
