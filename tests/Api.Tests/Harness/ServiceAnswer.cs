using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace FlowEngine.Api.Tests.Harness;

/// <param name="Text">The body as it came.</param>
public sealed record ServiceAnswer(HttpStatusCode Status, string Text, HttpResponseHeaders Headers, string? ContentType)
{
    /// <summary>The body; throws where it is no JSON.</summary>
    public JsonElement Json { get; } = ContentType?.Contains("json", StringComparison.Ordinal) == true
        ? JsonSerializer.Deserialize<JsonElement>(Text)
        : default;

    /// <summary>The stable code of a problem; null where the answer is none.</summary>
    public string? Code => Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty("code", out var code) ? code.GetString() : null;

    public JsonElement this[string member] => Json.GetProperty(member);

    /// <summary>Gives itself back; fails with the body where the status is another.</summary>
    public ServiceAnswer Expect(HttpStatusCode status)
    {
        Assert.True(Status == status, $"{(int)Status} instead of {(int)status}: {Text}");
        return this;
    }
}
