namespace FlowEngine.Comparing.Gates;

/// <summary>All fields that a gate file of version 1 may have.</summary>
internal static class GateFields
{
    public const string Version = "version";
    public const string MinConversations = "minConversations";

    public static IReadOnlyList<GateField> All { get; } =
    [
        GateField.Whole(Version, 1, 1, (gate, value) => gate with { Version = value }),
        GateField.Text("name", (gate, value) => gate with { Name = value }),
        GateField.Text("mode", (gate, value) => gate with { Mode = value }, "resync", "free"),
        GateField.Time("from", (gate, value) => gate with { From = value }),
        GateField.Time("to", (gate, value) => gate with { To = value }),
        GateField.Whole(MinConversations, 10, 10_000_000, (gate, value) => gate with { MinConversations = value }),
        GateField.Whole("minTurns", 0, 100_000_000, (gate, value) => gate with { MinTurns = value }),
        GateField.Whole("minFloorConversations", 10, 10_000_000, (gate, value) => gate with { MinFloorConversations = value }),
        GateField.Number("confidence", "a share from 0.8 to 0.999, such as 0.95", 0.8, 0.999, (gate, value) => gate with { Confidence = value }),
        GateField.Number("power", "a share from 0.5 to 0.99, such as 0.8", 0.5, 0.99, (gate, value) => gate with { Power = value }),
        GateField.Whole("resamples", 400, 20_000, (gate, value) => gate with { Resamples = value }),
        GateField.Whole("seed", 0, int.MaxValue, (gate, value) => gate with { Seed = value }),
        GateField.Share(CriterionNames.ExcessMismatch, (gate, value) => gate with { MaxExcessMismatch = value }),
        GateField.Share(CriterionNames.Blocking, (gate, value) => gate with { MaxBlocking = value }),
        GateField.Whole(CriterionNames.BlockingCount, 0, 1_000_000, (gate, value) => gate with { MaxBlockingCount = value }),
        GateField.Share(CriterionNames.ErrorRateDifference, (gate, value) => gate with { MaxErrorRateDifference = value }),
        GateField.Ratio(CriterionNames.P95Ratio, (gate, value) => gate with { MaxP95Ratio = value }),
        GateField.Ratio(CriterionNames.FirstTokenP95Ratio, (gate, value) => gate with { MaxFirstTokenP95Ratio = value }),
        GateField.Ratio(CriterionNames.CostPerConversationRatio, (gate, value) => gate with { MaxCostPerConversationRatio = value }),
        GateField.Share(CriterionNames.Abandoned, (gate, value) => gate with { MaxAbandoned = value }),
        GateField.Share(CriterionNames.FallbackRate, (gate, value) => gate with { MaxFallbackRate = value }),
    ];
}
