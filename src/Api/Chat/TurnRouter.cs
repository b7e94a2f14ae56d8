using FlowEngine.Api.Stages;

namespace FlowEngine.Api.Chat;

/// <summary>The table from stage to engines; pure.</summary>
public static class TurnRouter
{
    /// <param name="asked">The engine that the address names, which answers alone; null: the toggle decides.</param>
    public static TurnPlan Route(Stage stage, EngineName? asked) => asked is { } engine ? new(engine) : stage switch
    {
        Stage.Shadow => new(EngineName.V1, Candidate: EngineName.V2),
        Stage.Live => new(EngineName.V2, Candidate: EngineName.V1, Fallback: EngineName.V1),
        Stage.Rampdown => new(EngineName.V2, Fallback: EngineName.V1),
        Stage.Complete => new(EngineName.V2),
        _ => new(EngineName.V1),
    };
}
