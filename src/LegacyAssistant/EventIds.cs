namespace FlowEngine.LegacyAssistant;

/// <summary>Ids of this project's log messages: 3000 to 3999.</summary>
internal static class EventIds
{
    public const int StageThrew = 3000;
}
