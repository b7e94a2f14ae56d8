using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using FlowEngine.Api.Chat;

namespace FlowEngine.Api.FlowTests;

/// <summary>Tests and their reports as JSON.</summary>
internal static class FlowTestJson
{
    public static FlowTestJsonContext Context { get; } = new(new JsonSerializerOptions(FlowTestJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
    });
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FlowTestRunView))]
[JsonSerializable(typeof(IReadOnlyList<FlowTestRunView>))]
[JsonSerializable(typeof(StoredTestView))]
[JsonSerializable(typeof(Page<StoredTestView>))]
[JsonSerializable(typeof(FromConversationBody))]
internal sealed partial class FlowTestJsonContext : JsonSerializerContext;
