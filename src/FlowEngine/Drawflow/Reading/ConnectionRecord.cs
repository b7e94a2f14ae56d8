using System.Text.Json;

namespace FlowEngine.Drawflow.Reading;

/// <summary>One entry of a port's <c>connections</c>.</summary>
/// <param name="AtOutput">Stored at the source.</param>
/// <param name="Edge">Null where the entry can't be read.</param>
internal sealed record ConnectionRecord(
    string OwnerId,
    bool AtOutput,
    int Port,
    EdgeKey? Edge,
    JsonElement Element,
    string Pointer)
{
    public bool HasNumericReference => Element.Member("node").ValueKind == JsonValueKind.Number;

    /// <summary>
    /// The member is named after the end it is stored at, and names the port at the other end:
    /// an entry at an output has <c>output</c>, which is an input port of the target.
    /// </summary>
    public static string MemberName(bool atOutput) => atOutput ? "output" : "input";
}
