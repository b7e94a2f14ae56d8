using System.Text;
using System.Text.Json;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Comparing.Gates;

/// <summary>Reads gate files. A field that is not known is a fault: a misspelt ceiling must not pass for one that holds.</summary>
public static class GateReader
{
    private const int MaxCharacters = 64 * 1024;

    /// <summary>Never throws on any text; all faults at once, in the order of the text.</summary>
    public static GateReading Read(string text)
    {
        text = text.TrimStart('\uFEFF');
        if (text.Length > MaxCharacters)
        {
            return new(null, [new(1, 1, "", "The gate file is too large.", $"At most {MaxCharacters} characters are read.")]);
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        var faults = new List<GateFault>();
        var gate = new GateFile();
        var seen = new Dictionary<string, JsonPlace>(StringComparer.Ordinal);
        try
        {
            gate = Members(bytes, gate, seen, faults);
            faults.AddRange(Whole(gate, seen, faults));
        }
        catch (JsonException fault)
        {
            var place = JsonPlace.Of(bytes, fault.LineNumber ?? 0, fault.BytePositionInLine ?? 0);
            faults.Add(new(place.Line, place.Column, "", $"This is not valid JSON: {fault.Message}", "Fix it there; what follows was not read."));
        }

        return new(faults.Count == 0 ? gate : null, [.. faults.OrderBy(fault => fault.Line).ThenBy(fault => fault.Column)]);
    }

    private static GateFile Members(byte[] bytes, GateFile gate, Dictionary<string, JsonPlace> seen, List<GateFault> faults)
    {
        var reader = new Utf8JsonReader(bytes);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            var place = JsonPlace.Of(bytes, reader.TokenStartIndex);
            faults.Add(new(place.Line, place.Column, "", "A gate file is an object.", "Write { \"version\": 1, \"minConversations\": ... }."));
            return gate;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonText(ref reader);
            var at = JsonPlace.Of(bytes, reader.TokenStartIndex);
            reader.Read();
            var valueAt = JsonPlace.Of(bytes, reader.TokenStartIndex);
            using var value = JsonDocument.ParseValue(ref reader);
            gate = Member(gate, name, value.RootElement, at, valueAt, seen, faults);
        }

        // What follows the object is read too: it throws where there is anything.
        reader.Read();
        return gate;
    }

    private static GateFile Member(
        GateFile gate, string name, JsonElement value, JsonPlace at, JsonPlace valueAt, Dictionary<string, JsonPlace> seen, List<GateFault> faults)
    {
        if (name == "$schema")
        {
            return gate;
        }

        if (GateFields.All.FirstOrDefault(field => field.Name == name) is not { } known)
        {
            var names = GateFields.All.Select(field => field.Name);
            faults.Add(new(at.Line, at.Column, name, $"'{name}' is not a field of a gate file.",
                Spelling.Nearest(name, names) is { } near ? $"Did you mean '{near}'?" : $"There are {string.Join(", ", names)}."));
            return gate;
        }

        if (!seen.TryAdd(name, at))
        {
            faults.Add(new(at.Line, at.Column, name, $"'{name}' stands here twice.", "Leave one of them."));
            return gate;
        }

        if (known.Set(gate, value) is { } next)
        {
            return next;
        }

        faults.Add(new(valueAt.Line, valueAt.Column, name, $"'{name}' is {Shown(value)}.", $"It takes {known.Takes}."));
        return gate;
    }

    private static IEnumerable<GateFault> Whole(GateFile gate, Dictionary<string, JsonPlace> seen, List<GateFault> before)
    {
        if (before.Any(fault => fault.Field.Length == 0))
        {
            yield break;
        }

        foreach (var name in new[] { GateFields.Version, GateFields.MinConversations }.Where(name => !seen.ContainsKey(name)))
        {
            yield return new(1, 1, name, $"'{name}' is missing.", $"Add it: {GateFields.All.First(field => field.Name == name).Takes}.");
        }

        if (!GateFields.All.Any(field => field.IsCriterion && seen.ContainsKey(field.Name)))
        {
            yield return new(1, 1, "", "The gate asks nothing.", $"Add a ceiling, such as \"{CriterionNames.ExcessMismatch}\": 0.03.");
        }

        if (TimeWindow.Fault(gate.From, gate.To) is { } fault)
        {
            yield return new(seen["to"].Line, seen["to"].Column, "to", fault, "Change them over, or leave one out.");
        }
    }

    private static string JsonText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate.
            return "?";
        }
    }

    private static string Shown(JsonElement value)
    {
        var text = value.GetRawText().ReplaceLineEndings(" ");
        return UnicodeText.Shorten(text, 60);
    }
}
