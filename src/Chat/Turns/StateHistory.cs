using System.Buffers;
using System.Text;
using System.Text.Json;
using FlowEngine.Conversations;

namespace FlowEngine.Chat.Turns;

/// <summary>The column <c>state_history</c>: one short entry a turn, of the last 50: the legacy system kept all entries, so rows grew without bound.</summary>
internal static class StateHistory
{
    public const int MaxEntries = 50;

    public static string Append(string? before, TurnInput turn, TurnOutcome outcome, DateTimeOffset now)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, RelaxedJson.Writing))
        {
            writer.WriteStartArray();
            Keep(before, writer);
            writer.WriteStartObject();
            writer.WriteNumber("seq", turn.Seq);
            writer.WriteString("node_id", outcome.Trace.Count > 0 ? outcome.Trace[0].Node.NodeId : null);
            writer.WriteString("next_node_id", outcome.WaitingNodeId);
            writer.WriteString("timestamp", now);
            writer.WriteBoolean("success", outcome.Failure is null);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>A column that another program broke loses its entries, not the turn.</summary>
    private static void Keep(string? before, Utf8JsonWriter writer)
    {
        if (string.IsNullOrWhiteSpace(before))
        {
            return;
        }

        try
        {
            using var document = JsonDocument.Parse(before);
            if (document.RootElement.ValueKind != JsonValueKind.Array)
            {
                return;
            }

            foreach (var entry in document.RootElement.EnumerateArray().Skip(document.RootElement.GetArrayLength() - (MaxEntries - 1)))
            {
                entry.WriteTo(writer);
            }
        }
        catch (JsonException)
        {
        }
    }
}
