using System.Text.Json;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Problems;

namespace FlowEngine.Api.Flows;

/// <summary>A body that is one JSON object without names that come twice.</summary>
internal static class SmallJsonBody
{
    private const int MaxBytes = 64 * 1024;

    public static async Task<(JsonElement? Json, ApiProblem? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
        {
            return (null, ApiProblems.UnsupportedMediaType());
        }

        if (await BoundedBody.ReadAsync(request, MaxBytes, cancellationToken) is not { } bytes)
        {
            return (null, ApiProblems.TooLarge(MaxBytes));
        }

        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 16, AllowDuplicateProperties = false });
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? (document.RootElement.Clone(), null)
                : (null, ApiProblems.NotJson("A JSON object is expected."));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return (null, ApiProblems.NotJson("It cannot be parsed as a JSON object whose names are all different."));
        }
    }
}
