using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Conversations;
using Microsoft.AspNetCore.Mvc;

namespace FlowEngine.Api.Problems;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(IReadOnlyList<FieldError>))]
[JsonSerializable(typeof(List<FieldError>))]
[JsonSerializable(typeof(FieldError[]))]
[JsonSerializable(typeof(Guid))]
[JsonSerializable(typeof(decimal))]
[JsonSerializable(typeof(string))]
internal sealed partial class ProblemJson : JsonSerializerContext
{
    /// <summary>Letters as they are.</summary>
    public static ProblemJson Context { get; } = new(new JsonSerializerOptions(Default.Options) { Encoder = RelaxedJson.Encoder });
}
