using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Dataflow;

/// <summary>What is known of a variable at a place: each bit is something that it may be there, over all ways that lead to it. 0: no way does.</summary>
internal static class Mask
{
    public const byte Types = (byte)ValueTypes.Any;

    /// <summary>It may have no value.</summary>
    public const byte Unset = 32;

    /// <summary>It may be what it was when the module was entered.</summary>
    public const byte Entry = 64;

    public static ValueTypes TypesOf(byte mask) => (ValueTypes)(mask & Types);

    public static bool MayBeUnset(byte mask) => (mask & Unset) != 0;

    public static bool IsNeverSet(byte mask) => mask == Unset;

    /// <summary>After a test that only a value passes.</summary>
    public static byte WhereSet(byte mask) => (byte)((mask & Types) | ((mask & Entry) != 0 ? Types : 0));

    /// <summary>After a test that only nothing passes.</summary>
    public static byte WhereUnset(byte mask) => (mask & (Unset | Entry)) != 0 ? Unset : (byte)0;

    /// <summary>After something of which nothing is known.</summary>
    public static byte Unknown(byte mask) => mask == 0 ? (byte)0 : Types;

    /// <param name="atEntry">What it is when the module is entered.</param>
    public static byte Resolve(byte mask, byte atEntry) => (byte)((mask & ~Entry) | ((mask & Entry) != 0 ? atEntry : 0));
}
