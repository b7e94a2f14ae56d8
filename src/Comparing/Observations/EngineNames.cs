namespace FlowEngine.Comparing.Observations;

public static class EngineNames
{
    public const string V1 = "v1";
    public const string V2 = "v2";
}
