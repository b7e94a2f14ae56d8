using FlowEngine.Conversations;
using FlowEngine.LegacyAssistant;
using FlowEngine.Running;

namespace FlowEngine.Api.Chat;

/// <summary>Both engines, by name.</summary>
public sealed class ConversationEngines(LegacyAssistantEngine v1, ConversationFlowEngine v2)
{
    public IConversationEngine Of(EngineName name) => name == EngineName.V1 ? v1 : v2;
}
