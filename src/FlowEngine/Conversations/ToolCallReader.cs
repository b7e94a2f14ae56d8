using System.Text.Json;
using Microsoft.Extensions.AI;

namespace FlowEngine.Conversations;

/// <summary>Reads the calls that a model made; whatever it wrote, within bounds.</summary>
internal static class ToolCallReader
{
    /// <summary>Of one reply; the rest is passed over.</summary>
    public const int MaxCalls = 16;

    /// <summary>Bytes of JSON.</summary>
    public const int MaxArguments = 4000;

    private const int MaxName = 64;

    private const string NoName = "unknown";

    public static IReadOnlyList<ModelToolCall> Read(IEnumerable<FunctionCallContent> calls) =>
        [.. calls.Take(MaxCalls).Select(call => new ModelToolCall(IsName(call.Name) ? call.Name : NoName, Arguments(call)))];

    private static bool IsName(string? name) =>
        name is { Length: > 0 and <= MaxName } && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    private static Value? Arguments(FunctionCallContent call)
    {
        if (call.Exception is not null)
        {
            return null;
        }

        if (call.Arguments is not { Count: > 0 } arguments)
        {
            return Value.Object();
        }

        try
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(arguments, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(IDictionary<string, object?>)));
            if (json.Length > MaxArguments)
            {
                return null;
            }

            using var document = JsonDocument.Parse(json);
            return Value.FromJson(document.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }
}
