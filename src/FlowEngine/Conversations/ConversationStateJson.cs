using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowEngine.Conversations;

/// <summary>Reads and writes <c>context_data</c>.</summary>
public static class ConversationStateJson
{
    /// <summary>Levels of lists and objects within one variable; System.Text.Json reads 64 in all.</summary>
    public const int MaxNesting = 48;

    /// <exception cref="InvalidOperationException">A value is nested deeper than can be read again.</exception>
    public static byte[] Write(ConversationState state) =>
        TryWrite(state) ?? throw new InvalidOperationException($"A value is nested deeper than {MaxNesting} levels.");

    /// <summary>Null where a value is nested deeper than can be read again.</summary>
    public static byte[]? TryWrite(ConversationState state) =>
        AreTooDeep(state.Vars) || state.Walk?.Frames.Any(frame => AreTooDeep(frame.Vars)) == true
            ? null
            : JsonSerializer.SerializeToUtf8Bytes(state, ConversationStateContext.Default.ConversationState);

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
            return state is not null && IsWhole(state) ? (state, null) : (null, FailureCodes.StateUnreadable);
        }
        catch (JsonException)
        {
            return (null, FailureCodes.StateUnreadable);
        }
    }

    private static bool IsWhole(ConversationState state) =>
        state.Vars is not null
        && IsWhole(state.Personal)
        && (state.Walk is null
            || (state.Walk.Frames is { Count: > 0 } frames
                && frames.All(frame => frame is { Module: not null, NodeId: not null, Vars: not null, Outputs: not null }
                    && IsWhole(frame.Personal)
                    && frame.Outputs.Values.All(name => name is not null))));

    private static bool IsWhole(IReadOnlyList<string>? names) => names is null || names.All(name => name is not null);

    private static bool AreTooDeep(IReadOnlyDictionary<string, Value> variables)
    {
        foreach (var (_, value) in variables)
        {
            if (IsDeeper(value, MaxNesting))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDeeper(Value value, int levels) => value.Kind switch
    {
        ValueKind.List => levels == 0 || value.Items.Any(item => IsDeeper(item, levels - 1)),
        ValueKind.Object => levels == 0 || value.Members.Values.Any(member => IsDeeper(member, levels - 1)),
        _ => false,
    };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ConversationState))]
internal sealed partial class ConversationStateContext : JsonSerializerContext;
