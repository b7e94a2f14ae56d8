using System.Text;
using System.Text.Json;
using FlowEngine.Conversations;

namespace FlowEngine.Moving.Rules;

/// <summary>
/// The legacy context becomes variables of the conversation. It was one heap of everything that nodes ever set, nesting itself deeper with
/// every message: texts, numbers and booleans of its top level are carried, lists, objects and the engine's own leftovers are not.
/// A walk is never carried: the legacy engine began at the start with every message.
/// </summary>
public static class ContextRule
{
    private const int MostBytes = 32 * 1024;
    private const int LongestName = 100;

    private static readonly HashSet<string> s_leftovers = new(StringComparer.Ordinal)
    {
        "processed_ai_response", "last_ai_response", "prompt", "response", "node_type", "conversation_context", "next_node",
    };

    /// <returns>JSON of the state, null where no variable is carried.</returns>
    public static (string? State, string? Note) Of(string? context)
    {
        if (string.IsNullOrWhiteSpace(context))
        {
            return (null, null);
        }

        try
        {
            using var document = JsonDocument.Parse(JsonInput.WellFormed(context), new JsonDocumentOptions { MaxDepth = 512 });
            return document.RootElement.ValueKind switch
            {
                JsonValueKind.Object => Of(document.RootElement),
                // PHP writes an empty object as an empty list.
                JsonValueKind.Array when document.RootElement.GetArrayLength() == 0 => (null, null),
                _ => (null, MovingCodes.BrokenContext),
            };
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return (null, MovingCodes.BrokenContext);
        }
    }

    private static (string? State, string? Note) Of(JsonElement context)
    {
        var (variables, bytes, left) = (new Dictionary<string, Value>(StringComparer.Ordinal), 0, false);
        foreach (var member in context.EnumerateObject())
        {
            var size = member.Name.Length + member.Value.GetRawText().Length * 3;
            if (Read(member) is { } value && bytes + size <= MostBytes)
            {
                variables[member.Name] = value;
                bytes += size;
            }
            else
            {
                left = true;
            }
        }

        var state = variables.Count == 0 ? null : Encoding.UTF8.GetString(ConversationStateJson.Write(new ConversationState { Vars = variables }));
        return (state, left ? MovingCodes.ContextPartly : null);
    }

    private static Value? Read(JsonProperty member)
    {
        if (member.Name.Length > LongestName || s_leftovers.Contains(member.Name)
            || VariablePath.TryParse(member.Name) is not { Root: VariableRoot.Any, Segments.Count: 0 })
        {
            return null;
        }

        return member.Value.ValueKind switch
        {
            JsonValueKind.String => Value.Of(member.Value.GetString()),
            JsonValueKind.Number when member.Value.TryGetDecimal(out var number) => Value.Of(number),
            JsonValueKind.True => Value.Of(true),
            JsonValueKind.False => Value.Of(false),
            _ => null,
        };
    }
}
