using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using FlowEngine.Conversations;

namespace FlowEngine.Comparing.Observations;

/// <summary>
/// The hash of what both engines are given alike: the conversation, the turn's number, the message, the language and the request's metadata.
/// What each has for itself - its state, its flow - is not in it.
/// </summary>
public static class InputFingerprint
{
    private const int ShortLength = 16;

    /// <returns>64 hexadecimal digits.</returns>
    public static string Of(TurnInput input)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            writer.WriteStringValue(input.ConversationId);
            writer.WriteNumberValue(input.Seq);
            writer.WriteStringValue(input.Message);
            writer.WriteStringValue(input.Language);
            foreach (var (name, value) in input.Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                writer.WriteStringValue(name);
                writer.WriteStringValue(value);
            }

            writer.WriteEndArray();
        }

        return Hash(buffer.WrittenSpan);
    }

    /// <summary>Enough of the hash of a variable's value to tell two values apart.</summary>
    public static string OfValue(Value value) => Hash(JsonSerializer.SerializeToUtf8Bytes(value, ObservationJson.Context.Value))[..ShortLength];

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
