using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Chat.Refusals;
using FlowEngine.Conversations;
using Microsoft.AspNetCore.Mvc;

namespace FlowEngine.Api.Problems;

/// <summary>Problems in streams as JSON: letters as they are.</summary>
internal static class ProblemJson
{
    public static ProblemJsonContext Context { get; } = new(new JsonSerializerOptions(ProblemJsonContext.Default.Options)
    {
        Encoder = RelaxedJson.Encoder,
    });
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(IReadOnlyList<FieldError>))]
[JsonSerializable(typeof(List<FieldError>))]
[JsonSerializable(typeof(FieldError[]))]
[JsonSerializable(typeof(Guid))]
[JsonSerializable(typeof(decimal))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(ProblemView))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(long))]
internal sealed partial class ProblemJsonContext : JsonSerializerContext;
