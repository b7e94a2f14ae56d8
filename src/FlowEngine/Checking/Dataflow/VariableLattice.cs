using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Dataflow;

/// <summary>The power-set lattice of what a variable may be at a point: one bit for each possibility, joined by bitwise or. 0 is bottom: the point is
/// unreachable.</summary>
internal static class VariableLattice
{
    public const byte Types = (byte)ValueTypes.Any;

    /// <summary>It may be unset.</summary>
    public const byte Unset = 32;

    /// <summary>It may still have the value with which the procedure was entered.</summary>
    public const byte Entry = 64;

    public static ValueTypes TypesOf(byte mask) => (ValueTypes)(mask & Types);

    public static bool MayBeUnset(byte mask) => (mask & Unset) != 0;

    public static bool IsNeverSet(byte mask) => mask == Unset;

    /// <summary>After a test that only a set variable passes.</summary>
    public static byte WhereSet(byte mask) => (byte)((mask & Types) | ((mask & Entry) != 0 ? Types : 0));

    /// <summary>After a test that only an unset variable passes.</summary>
    public static byte WhereUnset(byte mask) => (mask & (Unset | Entry)) != 0 ? Unset : (byte)0;

    /// <summary>After a write of unknown type.</summary>
    public static byte Unknown(byte mask) => mask == 0 ? (byte)0 : Types;

    /// <param name="atEntry">The value at the entry of the procedure.</param>
    public static byte Resolve(byte mask, byte atEntry) => (byte)((mask & ~Entry) | ((mask & Entry) != 0 ? atEntry : 0));
}
