namespace FlowEngine.Chat.Stages;

/// <summary>What is in force for a tenant.</summary>
/// <param name="Source"><see cref="StageDecision.Row"/>, <see cref="StageDecision.Flag"/> or <see cref="StageDecision.Default"/>.</param>
/// <param name="Entry">Null where the tenant has no row.</param>
public sealed record StageState(StageSetting Setting, string Source, StageEntry? Entry)
{
    public string Etag => Entry?.Etag ?? StageEntry.NoEtag;
}
