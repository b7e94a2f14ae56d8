using System.Text.Json.Nodes;

namespace FlowEngine.Drawflow.Repairing;

/// <summary>Gives a document of any variant the shape of an export: every module an object with a map of nodes.</summary>
internal sealed class Standardizer(List<string> changes)
{
    public JsonObject ToStandard(DrawflowDocument document)
    {
        if (document.Variant != document.Shape)
        {
            changes.Add("The document was taken out of the text that held it; what stood around the text was dropped.");
        }

        var root = Wrap(document);
        if (root["drawflow"] is not JsonObject modules)
        {
            root["drawflow"] = modules = [];
            changes.Add("/drawflow: became an object.");
        }

        foreach (var module in document.Modules)
        {
            MakeMap(modules, module);
        }

        if (!modules.ContainsKey(DrawflowDocument.HomeName))
        {
            modules[DrawflowDocument.HomeName] = new JsonObject { ["data"] = new JsonObject() };
            changes.Add("The empty module Home was added.");
        }

        return root;
    }

    private JsonObject Wrap(DrawflowDocument document)
    {
        switch (document.Shape)
        {
            case DrawflowVariant.BareModules:
                changes.Add("The modules were put under `drawflow`.");
                return new JsonObject { ["drawflow"] = JsonObject.Create(document.Root) };
            case DrawflowVariant.BareNodeMap:
                changes.Add("The nodes were put into a module Home under `drawflow`.");
                return new JsonObject { ["drawflow"] = Home(JsonObject.Create(document.Root)) };
            case DrawflowVariant.NodeMapUnderDrawflow:
                changes.Add("The nodes were put into a module Home.");
                var root = JsonObject.Create(document.Root)!;
                root["drawflow"] = Home(root["drawflow"]!.DeepClone());
                return root;
            case DrawflowVariant.NodeArray:
                changes.Add("The list of nodes became the module Home; members around the list were dropped.");
                return new JsonObject { ["drawflow"] = Home(MapOf(document.Modules[0])) };
            default:
                return JsonObject.Create(document.Root)!;
        }
    }

    private void MakeMap(JsonObject modules, DrawflowModule module)
    {
        if (modules[module.Name] is not JsonObject member)
        {
            modules[module.Name] = member = [];
        }

        if (member["data"] is not JsonObject)
        {
            member["data"] = MapOf(module);
            changes.Add($"Module '{module.Name}': its `data` became an object of {module.Nodes.Count} nodes; entries that are not nodes, or have no id of their own, were dropped.");
        }
    }

    private static JsonObject Home(JsonNode? nodes) => new() { [DrawflowDocument.HomeName] = new JsonObject { ["data"] = nodes } };

    private static JsonObject MapOf(DrawflowModule module)
    {
        var map = new JsonObject();
        foreach (var node in module.Nodes)
        {
            map[node.Id] = JsonObject.Create(node.Element);
        }

        return map;
    }
}
