using System.Text.Json;
using FlowEngine.Comparing.Observations;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Causes;

/// <summary>Another model, or another answer of the same model to the same; or what was made of the same answer.</summary>
internal static class ModelCauses
{
    public static RootCause Of(Observation control, Observation candidate, Difference? worst)
    {
        var field = CauseField.Of(worst);
        var later = new RootCause("post_processing", candidate.Engine, $"post_processing:{control.Engine}>{candidate.Engine}:{field}");
        if (control.ModelCalls.Count > 0 && IsSameAnswer(control, candidate))
        {
            return later;
        }

        // Observations of before calls were recorded have no more than this.
        if (control.ModelCalls.Count == 0 && control.PromptHash is { } ours && candidate.PromptHash is { } theirs && ours != theirs)
        {
            return new RootCause("prompt", candidate.Engine, $"prompt:{control.Engine}>{candidate.Engine}:{field}");
        }

        if (control.Model != candidate.Model || control.ModelParameters != candidate.ModelParameters)
        {
            var (left, right) = (control.Model ?? "none", candidate.Model ?? "none");
            return new RootCause("model", right, $"model:{left}>{right}:{field}");
        }

        return control.Model is null || IsSameAnswer(control, candidate)
            ? later
            : new RootCause("model", control.Model, $"model:{control.Model}:{field}");
    }

    /// <summary>What the models answered is the same, whatever they were given.</summary>
    public static bool IsSameAnswer(Observation control, Observation candidate)
    {
        if (Answer(control) is { } ours && Answer(candidate) is { } theirs)
        {
            return ours == theirs;
        }

        var (said, others) = (Said(control), Said(candidate));
        return said.Count > 0 && said.SequenceEqual(others, StringComparer.Ordinal);
    }

    private static string? Answer(Observation observation) => observation.ModelCalls.LastOrDefault(call => !call.IsQuestion)?.Answer;

    /// <summary>The texts that models answered, as far as they are recorded.</summary>
    private static List<string> Said(Observation observation) =>
        [.. observation.OutsideAnswers.Where(answer => answer.Port == "model").Select(answer => TextOf(answer.Answer))];

    private static string TextOf(string answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("text", out var text)
                ? text.ToString()
                : answer;
        }
        catch (JsonException)
        {
            return answer;
        }
    }
}
