using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Running;

namespace FlowEngine.Chat.Engines;

/// <summary>The engines that this service is made of, over the same ports.</summary>
public sealed class ConversationEngines(IEnumerable<IEngineFactory> factories, TurnPorts ports)
{
    private readonly Dictionary<string, IConversationEngine> _engines =
        factories.ToDictionary(factory => factory.Name, factory => factory.Create(ports), StringComparer.Ordinal);

    public IConversationEngine Of(EngineName name) => _engines[EngineText.Of(name)];

    /// <summary>The engines that cannot answer: switched off, or not in this service.</summary>
    public DisabledEngines Without(DisabledEngines off) => new(off.V1 || !Has(EngineName.V1), off.V2 || !Has(EngineName.V2));

    private bool Has(EngineName name) => _engines.ContainsKey(EngineText.Of(name));
}
