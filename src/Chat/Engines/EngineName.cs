namespace FlowEngine.Chat.Engines;

/// <summary>Who answers a turn.</summary>
public enum EngineName
{
    V1,
    V2,
}
