namespace FlowEngine.Comparing.Gates;

/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in characters.</param>
/// <param name="Field">Empty where the fault is of the whole file.</param>
public sealed record GateFault(int Line, int Column, string Field, string Message, string Fix)
{
    public override string ToString() => $"line {Line}, column {Column}: {Message} {Fix}";
}
