namespace FlowEngine.Chat.Engines;

/// <summary>The spelling in the database and the API.</summary>
public static class EngineText
{
    public static string Of(EngineName engine) => engine == EngineName.V1 ? "v1" : "v2";
}
