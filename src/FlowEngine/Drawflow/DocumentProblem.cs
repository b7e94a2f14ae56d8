namespace FlowEngine.Drawflow;

/// <param name="Pointer">JSON pointer (RFC 6901); into the text inside, where the document came as a string.</param>
/// <param name="Fix">How to fix it.</param>
public sealed record DocumentProblem(
    DocumentProblemCode Code,
    bool IsError,
    string? NodeId,
    string Pointer,
    string Message,
    string Fix)
{
    /// <summary>The same fix as a JSON Patch, if it is mechanical.</summary>
    public IReadOnlyList<JsonPatchOperation> Edits { get; init; } = [];

    public static DocumentProblem Of(DocumentProblemCode code, string? nodeId, string pointer, string message, string fix) =>
        new(code, code.IsError(), nodeId, pointer, message, fix);
}
