namespace FlowEngine.Comparing.Gates;

/// <param name="Gate">Null where there is any fault.</param>
public sealed record GateReading(GateFile? Gate, IReadOnlyList<GateFault> Faults);
