namespace FlowEngine.Testing.Scripts;

/// <summary>Something wrong in a script, which is then not run.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Pointer">JSON pointer into the script.</param>
public sealed record FlowTestFault(int Line, string Pointer, string Message, string Fix)
{
    public override string ToString() => $"line {Line}{(Pointer.Length == 0 ? "" : $" at {Pointer}")}: {Message} {Fix}";
}

/// <param name="Test">Null where there is a fault.</param>
public sealed record FlowTestReading(FlowTest? Test, IReadOnlyList<FlowTestFault> Faults);
