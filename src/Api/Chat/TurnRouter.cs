using FlowEngine.Api.Stages;

namespace FlowEngine.Api.Chat;

/// <summary>Who answers a turn.</summary>
public enum EngineName
{
    V1,
    V2,
}

/// <summary>The table from stage to engine; pure.</summary>
public static class TurnRouter
{
    /// <param name="asked">The engine that the address names; null: the toggle decides.</param>
    public static EngineName Route(Stage stage, EngineName? asked) => asked ?? stage switch
    {
        Stage.Complete => EngineName.V2,
        _ => EngineName.V1,
    };
}
