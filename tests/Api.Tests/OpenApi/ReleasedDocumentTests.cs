using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowEngine.Api.Tests.Docs;
using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.OpenApi;

/// <summary>The document against the one of the last release, docs/openapi.json: a client that was made from that must still work.</summary>
public sealed class ReleasedDocumentTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A release writes the document anew, with UPDATE_DOCS=1.</summary>
    [Fact]
    public async Task Document_BreaksNoClientOfTheLastRelease()
    {
        var now = new ApiDocument(JsonNode.Parse((await service.GetAsync("/openapi/v1.json", null)).Text)!.AsObject());
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(Committed(), now.Json.ToJsonString(s_indented) + "\n");
            return;
        }

        var breaks = ApiChanges.Breaking(Released(), now);

        Assert.True(breaks.Count == 0, string.Join('\n', breaks));
    }

    [Theory]
    [InlineData("paths//api/flows/get", null, "GET /api/flows is gone")]
    [InlineData("paths//api/flows/get/operationId", "\"flows\"", "its id was listFlows and is flows")]
    [InlineData("paths//api/flows/get/responses/401", null, "401 is gone")]
    [InlineData("paths//api/admin/settings/get/responses/200/headers/ETag", null, "no header ETag any more")]
    [InlineData("paths//api/flows/get/parameters/0/required", "true", "is needed now")]
    [InlineData("components/schemas/StageBody/required", """["stage","reason"]""", "reason is needed now")]
    [InlineData("components/schemas/StageBody/properties/stage/enum", """["off"]""", "does not take live any more")]
    [InlineData("components/schemas/StageBody/properties/sample", null, "sample is gone")]
    [InlineData("components/schemas/FlowVersionView/properties/version/type", "\"string\"", "may be string now")]
    [InlineData("components/schemas/FlowVersionView/properties/status/enum", """["draft","published","archived","lost"]""", "may be lost now")]
    [InlineData("components/schemas/FlowVersionView/required", """["name"]""", "version may be absent now")]
    [InlineData("components/schemas/ChatMessageBody/properties/content/type", "\"integer\"", "is not taken as string any more")]
    public void Change_ThatBreaksClients_IsNamed(string place, string? value, string named)
    {
        var changed = Released();
        var names = place.Replace("//", "\n/", StringComparison.Ordinal).Split('\n') is [var head, var rest]
            ? [head, .. Path(rest)]
            : place.Split('/').ToList();
        var parent = names[..^1].Aggregate((JsonNode)changed.Json, (at, name) => at is JsonArray list ? list[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)]! : at[name]!);
        if (value is null)
        {
            Assert.True(parent.AsObject().Remove(names[^1]));
        }
        else
        {
            parent[names[^1]] = JsonNode.Parse(value);
        }

        Assert.Contains(ApiChanges.Breaking(Released(), new ApiDocument(changed.Json)), fault => fault.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public void Change_ThatAddsWhatMayBeLeftOut_BreaksNobody()
    {
        var changed = Released();
        changed.Json["components"]!["schemas"]!["StageBody"]!["properties"]!["until"] = new JsonObject { ["type"] = "string" };
        changed.Json["components"]!["schemas"]!["FlowVersionView"]!["properties"]!["owner"] = new JsonObject { ["type"] = "string" };
        changed.Json["paths"]!["/api/more"] = changed.Json["paths"]!["/api/flows"]!.DeepClone();

        Assert.Empty(ApiChanges.Breaking(Released(), new ApiDocument(changed.Json)));
    }

    private static List<string> Path(string rest)
    {
        var words = rest.Split('/');
        var method = Array.FindIndex(words, word => word is "get" or "put" or "post");
        return [string.Join('/', words[..method]), .. words[method..]];
    }

    private static ApiDocument Released() => new(JsonNode.Parse(File.ReadAllText(Committed()))!.AsObject());

    private static string Committed() => System.IO.Path.Combine(DocumentationPages.Root, "docs", "openapi.json");
}
