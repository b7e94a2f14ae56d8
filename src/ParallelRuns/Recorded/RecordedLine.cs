using System.Text.Json;
using FlowEngine.Conversations;

namespace FlowEngine.ParallelRuns.Recorded;

/// <summary>One line of a file of recorded conversations: <c>{id, language?, metadata?, outcome?, messages: [{role, text}]}</c> or <c>{id, turns: [text]}</c>.</summary>
internal static class RecordedLine
{
    private const int MaxDepth = 8;

    /// <summary>Never throws on any text.</summary>
    /// <returns>The conversation, or what is wrong with the line.</returns>
    public static (RecordedTalk? Talk, string? Fault) Read(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(JsonInput.WellFormed(line), new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false });
            return (Talk(document.RootElement), null);
        }
        catch (JsonException fault)
        {
            return (null, $"this is not valid JSON, or a name occurs twice (at character {fault.BytePositionInLine + 1}).");
        }
        catch (InvalidOperationException)
        {
            return (null, "it contains text that is not valid Unicode.");
        }
        catch (FormatException fault)
        {
            return (null, fault.Message);
        }
    }

    private static RecordedTalk Talk(JsonElement line)
    {
        if (line.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("a line must be one object, such as {\"id\": \"1\", \"turns\": [\"Hello\"]}.");
        }

        var said = RecordedFields.Has(line, "messages") == RecordedFields.Has(line, "turns")
            ? throw new FormatException("it takes 'messages' or 'turns', one of them.")
            : RecordedFields.Has(line, "turns") ? Turns(line.GetProperty("turns")) : Messages(line.GetProperty("messages"));
        return said.Any(saying => saying.Role == MessageRole.User)
            ? new(
                RecordedFields.Id(line), RecordedFields.Language(line), RecordedFields.Metadata(line),
                RecordedFields.Text(line, "outcome", RecordedFields.MaxId), said)
            : throw new FormatException("the user says nothing in it: it needs a message of the user.");
    }

    private static List<RecordedSaying> Turns(JsonElement turns)
    {
        var said = new List<RecordedSaying>();
        foreach (var (place, turn) in Items(turns, "turns"))
        {
            said.Add(new(MessageRole.User, RecordedFields.Said(turn, $"turns[{place}]", MessageRole.User)));
        }

        return said;
    }

    private static List<RecordedSaying> Messages(JsonElement messages)
    {
        var said = new List<RecordedSaying>();
        foreach (var (place, message) in Items(messages, "messages"))
        {
            var at = $"messages[{place}]";
            if (message.ValueKind != JsonValueKind.Object)
            {
                throw new FormatException($"'{at}' must be an object with 'role' and 'text'.");
            }

            var role = RecordedFields.Role(message, at);
            said.Add(new(role, RecordedFields.Said(RecordedFields.Member(message, "text", at), $"{at}.text", role)));
        }

        return said;
    }

    private static IEnumerable<(int Place, JsonElement Item)> Items(JsonElement list, string name) =>
        list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select((item, place) => (place, item))
            : throw new FormatException($"'{name}' must be a list.");
}
