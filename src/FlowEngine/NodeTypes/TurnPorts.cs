using FlowEngine.Conversations;

namespace FlowEngine.NodeTypes;

/// <summary>The world as nodes reach it. A replay or a test gives other ones.</summary>
public sealed record TurnPorts(
    IProductCatalog Catalog,
    IKnowledgeBase Knowledge,
    IConversationHistory History,
    ModelChain Models);
