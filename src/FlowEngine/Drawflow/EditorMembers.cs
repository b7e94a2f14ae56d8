namespace FlowEngine.Drawflow;

internal static class EditorMembers
{
    /// <summary>Without these the library's import throws.</summary>
    public static IReadOnlyList<string> Needed { get; } = ["id", "data", "class", "typenode", "inputs", "outputs"];
}
