namespace FlowEngine.Drawflow;

internal static class CssClasses
{
    /// <summary>Classes the editor can split at single spaces.</summary>
    public static string Normalize(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
