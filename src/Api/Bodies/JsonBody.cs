using System.Text.Json;
using System.Text.Unicode;
using FlowEngine.Api.Problems;
using FlowEngine.Conversations;

namespace FlowEngine.Api.Bodies;

/// <summary>
/// A body that is one JSON object, the one way in for all of them: a byte order mark is taken, lone surrogates are replaced, names that
/// come twice and NUL characters are refused.
/// </summary>
internal static class JsonBody
{
    public const int SmallBytes = 64 * 1024;
    public const int SmallDepth = 16;

    /// <param name="nulIn">False for a member that may have NUL characters: it is checked by who reads it.</param>
    public static (JsonElement? Json, ApiProblem? Problem) Parse(ReadOnlyMemory<byte> body, int maxDepth, Func<string, bool> nulIn)
    {
        var json = JsonInput.WellFormed(body);
        if (!Utf8.IsValid(json.Span))
        {
            return (null, ApiProblems.NotJson("It is not UTF-8."));
        }

        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = maxDepth, AllowDuplicateProperties = false });
            var root = document.RootElement;
            return root.ValueKind != JsonValueKind.Object ? (null, ApiProblems.NotJson("A JSON object is expected."))
                : NulCharacters.Faults(root, nulIn) is { Count: > 0 } faults ? (null, ApiProblems.InvalidRequest(faults))
                : (root.Clone(), null);
        }
        catch (JsonException fault)
        {
            var place = fault.LineNumber is { } line ? $" (line {line + 1}, byte {fault.BytePositionInLine + 1})" : "";
            return (null, ApiProblems.NotJson($"It cannot be parsed{place} as a JSON object whose names are all different."));
        }
    }
}
