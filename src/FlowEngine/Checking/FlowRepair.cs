using System.Text.Json.Nodes;
using FlowEngine.Drawflow;

namespace FlowEngine.Checking;

/// <summary>Applies the mechanical fixes of a check.</summary>
public static class FlowRepair
{
    /// <summary>
    /// For a document that <see cref="DrawflowRepair"/> has repaired: the edits that are left then replace or rename members, so that none moves what
    /// another one points at.
    /// </summary>
    /// <returns>The same document and no changes if no finding has an edit.</returns>
    public static (DrawflowDocument Document, IReadOnlyList<string> Changes) Apply(DrawflowDocument document, IReadOnlyList<Finding> findings)
    {
        var mechanical = findings.Where(finding => finding.Edits.Count > 0).DistinctBy(finding => finding.Pointer).ToList();
        if (mechanical.Count == 0)
        {
            return (document, []);
        }

        var patched = JsonPatch.Apply(JsonObject.Create(document.Root)!, mechanical.SelectMany(finding => finding.Edits));
        return DrawflowReader.Read(DocumentText.Of(patched)).Document is { } repaired
            ? (repaired, [.. mechanical.Select(finding => $"{finding.Code} at {finding.Pointer} was fixed: {Shown(finding.Edits[0])}.")])
            : (document, []);
    }

    private static string Shown(JsonPatchOperation edit) => edit.Op switch
    {
        "move" => $"the member is called '{edit.Path[(edit.Path.LastIndexOf('/') + 1)..]}' now",
        "replace" => $"it is {edit.Value} now",
        _ => $"{edit.Op} at {edit.Path}",
    };
}
