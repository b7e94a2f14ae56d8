using FlowEngine.Drawflow.Repairing;

namespace FlowEngine.Drawflow;

/// <summary>
/// Repairs what can be repaired without guessing, and says what it did. The result is an export that the editor can open,
/// unless ids are unusable or occur twice.
/// </summary>
public static class DrawflowRepair
{
    /// <returns>The same document and no changes where nothing was to be done.</returns>
    public static (DrawflowDocument Document, IReadOnlyList<string> Changes) Repair(DrawflowDocument document, DrawflowLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var changes = new List<string>();
        var standard = new Standardizer(changes).ToStandard(document);
        foreach (var module in document.Modules)
        {
            new ModuleRepair(changes).Repair(standard, module);
        }

        if (changes.Count == 0)
        {
            return (document, changes);
        }

        var repaired = DrawflowReader.Read(DocumentText.Of(standard), limits).Document;
        return repaired is null
            ? (document, ["Nothing was changed: the repaired document would exceed the limits."])
            : (repaired, changes);
    }
}
