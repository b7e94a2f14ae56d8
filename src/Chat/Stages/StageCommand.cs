namespace FlowEngine.Chat.Stages;

/// <summary>Somebody wants a tenant at a stage.</summary>
/// <param name="Percentage">Null: all sessions.</param>
/// <param name="Sample">Null: as it is.</param>
/// <param name="ExpectedEtag">Of the setting that may be changed; null: whatever is there.</param>
public sealed record StageCommand(Stage Stage, int? Percentage, int? Sample, string? Reason, string By, string? ExpectedEtag = null);
