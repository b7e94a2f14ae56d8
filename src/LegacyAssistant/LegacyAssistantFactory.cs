using FlowEngine.Conversations;
using FlowEngine.LegacyAssistant.Context;
using Microsoft.Extensions.Logging;

namespace FlowEngine.LegacyAssistant;

internal sealed class LegacyAssistantFactory(IPromptSource prompts, TurnLimits limits, TimeProvider time, ILoggerFactory loggers) : IEngineFactory
{
    public string Name => "v1";

    public IConversationEngine Create(TurnPorts ports) => new LegacyAssistantEngine(
        prompts,
        new LegacyContextBuilder(ports.Catalog, ports.Knowledge, ports.History),
        ports.Models,
        limits,
        time,
        loggers.CreateLogger<LegacyAssistantEngine>());
}
