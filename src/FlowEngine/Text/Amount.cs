namespace FlowEngine.Text;

/// <summary>An amount a user wrote.</summary>
/// <param name="Currency">ISO 4217; null where none was written.</param>
public sealed record Amount(decimal Value, string? Currency);

/// <param name="End">After its last character.</param>
public sealed record PlacedAmount(int Start, int End, Amount Amount);
