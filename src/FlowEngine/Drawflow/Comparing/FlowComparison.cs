using System.Text.Json;

namespace FlowEngine.Drawflow.Comparing;

/// <summary>
/// What differs in meaning between two versions of a flow. Nodes are the same where module and id are; the order of members, nodes and
/// edges means nothing, and of edges those count that both ends record.
/// </summary>
public static class FlowComparison
{
    private static readonly JsonElement s_noSettings = JsonElement.Parse("{}");

    /// <returns>Empty where both mean the same. Modules by name, what is removed before what is added.</returns>
    public static IReadOnlyList<FlowChange> Compare(ComparedFlow before, ComparedFlow after)
    {
        var changes = new List<FlowChange>();
        var (old, now) = (Modules(before.Document), Modules(after.Document));
        foreach (var name in old.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            changes.AddRange(ModuleComparison.Compare(name, old.GetValueOrDefault(name), now.GetValueOrDefault(name)));
        }

        if (before.StartNodeId != after.StartNodeId)
        {
            changes.Add(new(FlowChangeKind.StartChanged) { Before = Text(before.StartNodeId), After = Text(after.StartNodeId) });
        }

        changes.AddRange(JsonComparison.Compare(Settings(before), Settings(after)).Select(field => new FlowChange(FlowChangeKind.SettingsChanged)
        {
            Pointer = field.Pointer,
            Before = field.Before,
            After = field.After,
        }));
        return changes;
    }

    private static Dictionary<string, DrawflowModule> Modules(DrawflowDocument document) => document.Modules
        .DistinctBy(module => module.Name, StringComparer.Ordinal)
        .ToDictionary(module => module.Name, StringComparer.Ordinal);

    private static JsonElement? Text(string? value) => value is null ? null : JsonSerializer.SerializeToElement(value);

    /// <summary>A stored text that is no JSON is compared as the text it is.</summary>
    private static JsonElement Settings(ComparedFlow flow)
    {
        if (string.IsNullOrWhiteSpace(flow.Settings))
        {
            return s_noSettings;
        }

        try
        {
            return JsonElement.Parse(flow.Settings);
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(flow.Settings);
        }
    }
}
