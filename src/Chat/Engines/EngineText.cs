namespace FlowEngine.Chat.Engines;

/// <summary>How engines are written.</summary>
public static class EngineText
{
    public static string Of(EngineName engine) => engine == EngineName.V1 ? "v1" : "v2";
}
