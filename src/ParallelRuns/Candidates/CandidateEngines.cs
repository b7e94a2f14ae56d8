using FlowEngine.Chat.Engines;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Running;

namespace FlowEngine.ParallelRuns.Candidates;

/// <summary>The engines as candidates: the real ones, over a history and a ledger of effects of their own, with nothing sent outside.</summary>
public sealed class CandidateEngines(IEnumerable<IEngineFactory> factories, TurnPorts ports)
{
    private readonly Dictionary<string, IEngineFactory> _factories = factories.ToDictionary(factory => factory.Name, StringComparer.Ordinal);

    public IConversationEngine Of(EngineName engine, IConversationHistory history, IEffectLedger effects) =>
        _factories[EngineText.Of(engine)].Create(ports with { History = history, Http = UnsentHttp.Instance, Effects = effects });
}
