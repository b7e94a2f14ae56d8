using System.Text.Json;
using FlowEngine.Architecture.Tests.Sources;

namespace FlowEngine.Architecture.Tests.Rules;

/// <summary>The demo shops are data: nothing that answers may know their products by name.</summary>
[Collection(SourceTreeCollection.Name)]
public sealed class DemoNameTests(SourceTree sources)
{
    [Fact]
    public void ProductNames_OfDemoData_StandInNoSource()
    {
        var names = Directory.EnumerateFiles(Path.Combine(sources.Root, "src", "Hosting", "Demo"), "*.json")
            .SelectMany(ProductNames)
            .Where(name => name.Contains(' ', StringComparison.Ordinal))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToArray();

        Assert.NotEmpty(names);
        Breaches.None(
            from file in sources.FilesOf("Nodes", "LegacyAssistant", "Integrations", "FlowEngine")
            from name in names
            where file.Text.Contains(name, StringComparison.OrdinalIgnoreCase)
            select $"{file.Path}: {name}");
    }

    private static IEnumerable<string> ProductNames(string path)
    {
        using var demo = JsonDocument.Parse(File.ReadAllText(path));
        return [.. demo.RootElement.GetProperty("products").EnumerateArray().SelectMany(NamesOf)];
    }

    private static IEnumerable<string> NamesOf(JsonElement product) =>
        product.EnumerateObject()
            .Where(member => member.Name is "name" or "title" or "model")
            .SelectMany(member => member.Value.ValueKind == JsonValueKind.Object
                ? member.Value.EnumerateObject().Select(text => text.Value.GetString()!)
                : [member.Value.GetString()!]);
}
