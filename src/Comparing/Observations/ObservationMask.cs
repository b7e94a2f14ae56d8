using System.Text.Json;
using FlowEngine.Conversations;

namespace FlowEngine.Comparing.Observations;

/// <summary>What is kept of an observation once it was compared. Never compare what was cleaned: two different addresses look alike.</summary>
public static class ObservationMask
{
    private const string Hidden = "***";
    private const int ShortestValue = 2;

    /// <summary>Characters of all outside answers together; what is beyond is left out.</summary>
    private const int MaxAnswers = 64 * 1024;

    /// <param name="variables">The conversation's, so that what a person told earlier is taken out of the replies too.</param>
    public static Observation Clean(Observation observation, IReadOnlyDictionary<string, Value>? variables = null)
    {
        string[] personal = [.. PersonalValues(observation.Captured), .. PersonalValues(variables ?? new Dictionary<string, Value>())];
        return observation with
        {
            Messages = [.. observation.Messages.Select(message => Clean(message, personal))],
            Failure = observation.Failure is { Message: { } text } failure ? failure with { Message = TextMask.Clean(text, personal) } : observation.Failure,
            Captured = observation.Captured.ToDictionary(pair => pair.Key, pair => Clean(pair.Key, pair.Value, personal), StringComparer.Ordinal),
            VariablesBefore = new Dictionary<string, string>(),
            Effects = [.. observation.Effects.Select(effect => effect with { Payload = Clean("", effect.Payload, personal) })],
            OutsideAnswers = Clean(observation.OutsideAnswers, personal),
        };
    }

    /// <summary>Hidden where the name is of something personal; else without addresses and numbers, at any depth.</summary>
    public static Value Clean(string name, Value value, IReadOnlyCollection<string>? personal = null) => value.Kind switch
    {
        ValueKind.Null or ValueKind.Boolean => value,
        ValueKind.List => Value.Of([.. value.Items.Select(item => Clean(name, item, personal))]),
        ValueKind.Object => Value.Of(value.Members.ToDictionary(
            member => member.Key, member => Clean(member.Key, member.Value, personal), StringComparer.Ordinal)),
        _ when PersonalNames.Has(name) => Value.Of(Hidden),
        ValueKind.Text => Value.Of(TextMask.Clean(value.Text!, personal)),
        _ => value,
    };

    /// <summary>An effect's payload.</summary>
    public static string CleanJson(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(Clean("", Value.FromJson(document.RootElement)), ObservationJson.Context.Value);
    }

    private static ObservedMessage Clean(ObservedMessage message, IReadOnlyCollection<string> personal) => message with
    {
        Content = TextMask.Clean(message.Content, personal),
        QuickReplies = [.. message.QuickReplies.Select(reply => TextMask.Clean(reply, personal))],
        Links = [.. message.Links.Select(link => new Link(TextMask.Clean(link.Text, personal), TextMask.Clean(link.Url, personal)))],
        CardText = TextMask.Clean(message.CardText, personal),
    };

    private static List<OutsideAnswer> Clean(IReadOnlyList<OutsideAnswer> answers, IReadOnlyCollection<string> personal)
    {
        var kept = new List<OutsideAnswer>(answers.Count);
        var left = MaxAnswers;
        foreach (var answer in answers)
        {
            left -= answer.Answer.Length;
            kept.Add(answer with { Answer = left >= 0 ? Clean(answer.Answer, personal) : "null" });
        }

        return kept;
    }

    private static string Clean(string json, IReadOnlyCollection<string> personal)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return JsonSerializer.Serialize(CleanAnswer(Value.FromJson(document.RootElement), personal), ObservationJson.Context.Value);
        }
        catch (JsonException)
        {
            return JsonSerializer.Serialize(Value.Of(TextMask.Clean(json, personal)), ObservationJson.Context.Value);
        }
    }

    /// <summary>By content alone: in what a catalogue answered, <c>name</c> is a product's.</summary>
    private static Value CleanAnswer(Value value, IReadOnlyCollection<string> personal) => value.Kind switch
    {
        ValueKind.Text => Value.Of(TextMask.Clean(value.Text!, personal)),
        ValueKind.List => Value.Of([.. value.Items.Select(item => CleanAnswer(item, personal))]),
        ValueKind.Object => Value.Of(value.Members.ToDictionary(
            member => member.Key, member => CleanAnswer(member.Value, personal), StringComparer.Ordinal)),
        _ => value,
    };

    private static IEnumerable<string> PersonalValues(IReadOnlyDictionary<string, Value> variables) =>
        from pair in variables
        where PersonalNames.Has(pair.Key)
        let text = pair.Value.ToString()
        where text.Length >= ShortestValue
        select text;
}
