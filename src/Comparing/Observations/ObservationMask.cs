using System.Text.Json;
using FlowEngine.Conversations;
using FlowEngine.Text.Personal;

namespace FlowEngine.Comparing.Observations;

/// <summary>What is kept of an observation once it was compared. Never compare what was cleaned: two different addresses look alike.</summary>
public static class ObservationMask
{
    /// <summary>Characters of all outside answers together; what is beyond is left out.</summary>
    private const int MaxAnswers = 64 * 1024;

    /// <param name="variables">The conversation's, so that what a person told earlier is taken out of the replies too.</param>
    public static Observation Clean(Observation observation, IReadOnlyDictionary<string, Value>? variables = null)
    {
        var personal = PersonalValues.Of(observation.Captured.Concat(variables ?? new Dictionary<string, Value>())
            .Where(pair => IsPersonal(observation, pair.Key))
            .Select(pair => pair.Value));
        return observation with
        {
            Messages = [.. observation.Messages.Select(message => Clean(message, personal))],
            Failure = observation.Failure is { Cause: { } text } failure ? failure with { Cause = PersonalText.Clean(text, personal) } : observation.Failure,
            Captured = observation.Captured.ToDictionary(pair => pair.Key, pair => Captured(observation, pair.Key, pair.Value, personal), StringComparer.Ordinal),
            VariablesBefore = new Dictionary<string, string>(),
            ModelCalls = [],
            Effects = [.. observation.Effects.Select(effect => effect with { Payload = PersonalData.Clean("", effect.Payload, personal) })],
            OutsideAnswers = Clean(observation.OutsideAnswers, personal),
        };
    }

    /// <summary>An effect's payload.</summary>
    public static string CleanJson(string json, IReadOnlyCollection<string>? personal = null)
    {
        using var document = JsonDocument.Parse(json);
        return PersonalData.Clean("", Value.FromJson(document.RootElement), personal).ToJson();
    }

    private static bool IsPersonal(Observation observation, string name) => observation.Personal?.Contains(name) == true || PersonalNames.Has(name);

    private static Value Captured(Observation observation, string name, Value value, IReadOnlyCollection<string> personal) =>
        observation.Personal?.Contains(name) == true && value.Kind is not (ValueKind.Null or ValueKind.Boolean)
            ? Value.Of(PersonalText.Hidden)
            : PersonalData.Clean(name, value, personal);

    private static ObservedMessage Clean(ObservedMessage message, IReadOnlyCollection<string> personal) => message with
    {
        Content = PersonalText.Clean(message.Content, personal),
        QuickReplies = [.. message.QuickReplies.Select(reply => PersonalText.Clean(reply, personal))],
        Links = [.. message.Links.Select(link => new Link(PersonalText.Clean(link.Text, personal), PersonalText.Clean(link.Url, personal)))],
        CardText = PersonalText.Clean(message.CardText, personal),
    };

    private static List<OutsideAnswer> Clean(IReadOnlyList<OutsideAnswer> answers, IReadOnlyCollection<string> personal)
    {
        var kept = new List<OutsideAnswer>(answers.Count);
        var left = MaxAnswers;
        foreach (var answer in answers)
        {
            left -= answer.Answer.Length;
            kept.Add(answer with { Answer = left >= 0 ? PersonalData.CleanAnswer(answer, personal) : "null" });
        }

        return kept;
    }
}
