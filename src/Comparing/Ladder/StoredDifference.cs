using FlowEngine.Comparing.Observations;
using FlowEngine.Comparing.Verdicts;
using FlowEngine.Conversations;

namespace FlowEngine.Comparing.Ladder;

/// <summary>A difference as it is kept: shortened, and without what is personal.</summary>
internal static class StoredDifference
{
    private const int MaxLength = 300;
    private const string Captured = "captured.";

    public static Difference Of(Difference difference) => difference with
    {
        Control = Clean(difference.Field, difference.Control),
        Candidate = Clean(difference.Field, difference.Candidate),
    };

    private static string? Clean(string field, string? text)
    {
        if (text is null)
        {
            return null;
        }

        var cleaned = field switch
        {
            _ when field.StartsWith(Captured, StringComparison.Ordinal) => ObservationMask.Clean(field[Captured.Length..], Value.Of(text)).Text!,
            _ when field.StartsWith("effects.", StringComparison.Ordinal) => ObservationMask.CleanJson(text),
            "entities.phones" => "[phone]",
            _ => TextMask.Clean(text),
        };
        return cleaned.Length > MaxLength ? $"{cleaned[..(MaxLength - 1)]}…" : cleaned;
    }
}
