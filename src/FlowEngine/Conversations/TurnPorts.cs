namespace FlowEngine.Conversations;

/// <summary>The world as nodes reach it. A replay or a test gives other ones.</summary>
public sealed record TurnPorts(
    IProductCatalog Catalog,
    IKnowledgeBase Knowledge,
    IConversationHistory History,
    ModelChain Models)
{
    /// <summary>By default nothing is sent, so that a try-out cannot do harm by forgetting it.</summary>
    public IOutgoingHttp Http { get; init; } = UnsentHttp.Instance;

    public IEffectLedger Effects { get; init; } = new RecordedEffects();
}
