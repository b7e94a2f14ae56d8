using System.Text.Json.Nodes;

namespace FlowEngine.Drawflow.Repairing;

/// <summary>The members of a node but for its connections.</summary>
internal sealed class NodeRepair(List<string> changes)
{
    public void Repair(string id, JsonObject node)
    {
        RepairId(id, node);
        RepairObject(id, node, "data");
        RepairObject(id, node, "inputs");
        RepairObject(id, node, "outputs");
        if (node["data"] is JsonObject data && data["config"] is JsonArray { Count: 0 })
        {
            data["config"] = new JsonObject();
            changes.Add($"Node '{id}': `data.config` became an object.");
        }

        RepairClass(id, node);
        AddMissing(id, node, "class", JsonValue.Create(string.Empty));
        AddMissing(id, node, "html", JsonValue.Create(string.Empty));
        AddMissing(id, node, "typenode", JsonValue.Create(false));
        AddMissing(id, node, "pos_x", JsonValue.Create(0));
        AddMissing(id, node, "pos_y", JsonValue.Create(0));
    }

    private void RepairId(string id, JsonObject node)
    {
        if (node["id"] is { } inner && string.Equals(NodeIdText.Of(inner.AsElement()), id, StringComparison.Ordinal))
        {
            return;
        }

        if (node.ContainsKey("id"))
        {
            node["id"] = NodeIdJson.Of(id);
        }
        else
        {
            node.Insert(0, "id", NodeIdJson.Of(id));
        }

        changes.Add($"Node '{id}': its inner id was set to the key.");
    }

    private void RepairClass(string id, JsonObject node)
    {
        if (node["class"] is JsonValue value
            && value.TryGetValue<string>(out var css)
            && CssClasses.Normalize(css) is var normal
            && !string.Equals(css, normal, StringComparison.Ordinal))
        {
            node["class"] = normal;
            changes.Add($"Node '{id}': the spaces of `class` were put right.");
        }
    }

    private void RepairObject(string id, JsonObject node, string name)
    {
        if (node[name] is null or JsonArray { Count: 0 })
        {
            node[name] = new JsonObject();
            changes.Add($"Node '{id}': `{name}` became an object.");
        }
    }

    private void AddMissing(string id, JsonObject node, string name, JsonValue value)
    {
        if (node[name] is null)
        {
            node[name] = value;
            changes.Add($"Node '{id}': `{name}` was added.");
        }
    }
}
