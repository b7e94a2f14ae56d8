using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowEngine.Conversations;

/// <summary>Reads and writes <c>context_data</c>.</summary>
public static class ConversationStateJson
{
    public static byte[] Write(ConversationState state) =>
        JsonSerializer.SerializeToUtf8Bytes(state, ConversationStateContext.Default.ConversationState);

    /// <summary>
    /// Null or empty text is the empty state. What cannot be read, or is of a version not known here, gives the failure code
    /// and never a half-read state.
    /// </summary>
    public static (ConversationState? State, string? FailureCode) Read(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return (ConversationState.Empty, null);
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return (null, FailureCodes.StateUnreadable);
            }

            if (document.RootElement.TryGetProperty("v", out var version) is false
                || version.ValueKind != JsonValueKind.Number
                || !version.TryGetInt32(out var number)
                || number != ConversationState.CurrentVersion)
            {
                return (null, FailureCodes.StateVersionUnknown);
            }

            var state = document.RootElement.Deserialize(ConversationStateContext.Default.ConversationState);
            return state?.Vars is null ? (null, FailureCodes.StateUnreadable) : (state, null);
        }
        catch (JsonException)
        {
            return (null, FailureCodes.StateUnreadable);
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ConversationState))]
internal sealed partial class ConversationStateContext : JsonSerializerContext;
