using System.Text.Json.Serialization;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Http;

namespace FlowEngine.Api.Secrets;

/// <summary>A secret of the tenant. Its value is never shown.</summary>
/// <param name="Reference">How AI configurations and flows name it.</param>
public sealed record SecretView(string Name, string Reference, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

/// <param name="Value">1 to 4000 characters, none of them a control character.</param>
public sealed record SecretBody([property: Text(4000, Code = "invalid", Missing = "invalid", MayHaveControls = false)] string Value);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SecretView))]
[JsonSerializable(typeof(Page<SecretView>))]
[JsonSerializable(typeof(SecretBody))]
internal sealed partial class SecretJsonContext : JsonSerializerContext;
