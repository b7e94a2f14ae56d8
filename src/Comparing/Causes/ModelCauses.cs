using System.Text.Json;
using FlowEngine.Comparing.Observations;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Causes;

/// <summary>Another prompt, another model, another answer of the same model; or what was made of the same answer.</summary>
internal static class ModelCauses
{
    public static RootCause Of(Observation control, Observation candidate, Difference? worst)
    {
        var field = CauseField.Of(worst);
        if (control.PromptHash is { } ours && candidate.PromptHash is { } theirs && ours != theirs)
        {
            return new RootCause("prompt", candidate.Engine, $"prompt:{control.Engine}>{candidate.Engine}:{field}");
        }

        if (control.Model != candidate.Model || control.ModelParameters != candidate.ModelParameters)
        {
            var (left, right) = (control.Model ?? "none", candidate.Model ?? "none");
            return new RootCause("model", right, $"model:{left}>{right}:{field}");
        }

        var (said, others) = (Said(control), Said(candidate));
        var isSameAnswer = said.Count > 0 && said.SequenceEqual(others, StringComparer.Ordinal);
        return control.Model is null || isSameAnswer
            ? new RootCause("post_processing", candidate.Engine, $"post_processing:{control.Engine}>{candidate.Engine}:{field}")
            : new RootCause("model", control.Model, $"model:{control.Model}:{field}");
    }

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
