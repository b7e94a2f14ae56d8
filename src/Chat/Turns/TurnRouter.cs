using FlowEngine.Chat.Engines;
using FlowEngine.Chat.Stages;

namespace FlowEngine.Chat.Turns;

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

    /// <summary>The table where engines are switched off: the other one answers what the toggle would have given to it, compared with nobody.</summary>
    /// <returns>Null where nobody may answer.</returns>
    public static TurnPlan? Route(Stage stage, EngineName? asked, DisabledEngines off)
    {
        var plan = Route(stage, asked);
        if (!off.Has(plan.Engine))
        {
            return new(plan.Engine, Allowed(plan.Candidate, off), Allowed(plan.Fallback, off));
        }

        var other = plan.Engine == EngineName.V1 ? EngineName.V2 : EngineName.V1;
        return asked is not null || off.Has(other) ? null : new(other);
    }

    private static EngineName? Allowed(EngineName? engine, DisabledEngines off) => engine is { } name && !off.Has(name) ? name : null;
}
