using FlowEngine.NodeTypes;

namespace FlowEngine.Drawflow.Importing;

internal static class NearId
{
    /// <summary>The id that a misspelt one was meant to be; ids that differ in their numbers only are not misspelt.</summary>
    public static string? Of(string id, IEnumerable<string> ids) =>
        Spelling.Nearest(id, ids.Where(other => Letters(other) != Letters(id)));

    private static string Letters(string id) => string.Concat(id.Where(c => !char.IsAsciiDigit(c)));
}
