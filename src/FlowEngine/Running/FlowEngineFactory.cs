using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Running;

public sealed class FlowEngineFactory(FlowCache flows, TurnLimits limits, TimeProvider time, ILoggerFactory loggers) : IEngineFactory
{
    public string Name => "v2";

    public IConversationEngine Create(TurnPorts ports) =>
        new ConversationFlowEngine(flows, ports, limits, time, loggers.CreateLogger<ConversationFlowEngine>());
}
