namespace FlowEngine.Chat.Engines;

/// <summary>The engines that are switched off.</summary>
public readonly record struct DisabledEngines(bool V1, bool V2)
{
    public bool Has(EngineName engine) => engine == EngineName.V1 ? V1 : V2;
}
