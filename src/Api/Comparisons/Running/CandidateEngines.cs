using FlowEngine.Api.Chat;
using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.LegacyAssistant;
using FlowEngine.LegacyAssistant.Context;
using FlowEngine.NodeTypes;
using FlowEngine.Running;

namespace FlowEngine.Api.Comparisons.Running;

/// <summary>Both engines as candidates: the real ones, over a history and a ledger of effects of their own, with nothing sent outside.</summary>
public sealed class CandidateEngines(
    IProductCatalog catalog, IKnowledgeBase knowledge, ModelChain models, IPromptSource prompts, FlowCache flows, TurnLimits limits,
    TimeProvider time, ILoggerFactory logs)
{
    public IConversationEngine Of(EngineName engine, IConversationHistory history, IEffectLedger effects) => engine switch
    {
        EngineName.V1 => new LegacyAssistantEngine(
            prompts, new LegacyContextBuilder(catalog, knowledge, history), models, limits, time, logs.CreateLogger<LegacyAssistantEngine>()),
        _ => new ConversationFlowEngine(
            flows,
            new TurnPorts(catalog, knowledge, history, models) { Http = UnsentHttp.Instance, Effects = effects },
            limits,
            time,
            logs.CreateLogger<ConversationFlowEngine>()),
    };
}
