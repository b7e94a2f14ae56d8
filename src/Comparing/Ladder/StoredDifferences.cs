using FlowEngine.Comparing.Observations;
using FlowEngine.Comparing.Verdicts;
using FlowEngine.Conversations;
using FlowEngine.Text.Personal;

namespace FlowEngine.Comparing.Ladder;

/// <summary>Differences as they are kept: shortened, and without what is personal.</summary>
internal sealed class StoredDifferences
{
    private const int MaxLength = 300;
    private const string Captured = "captured.";

    private readonly HashSet<string> _names;
    private readonly IReadOnlyCollection<string> _values;

    /// <param name="told">What the person told in earlier turns.</param>
    public StoredDifferences(Observation control, Observation candidate, IEnumerable<string> told)
    {
        _names = new((control.Personal ?? []).Concat(candidate.Personal ?? []), StringComparer.Ordinal);
        var now = control.Captured.Concat(candidate.Captured).Where(pair => IsPersonal(pair.Key)).Select(pair => pair.Value);
        _values = [.. PersonalValues.Of(now).Concat(told).Distinct(StringComparer.Ordinal).OrderByDescending(text => text.Length)];
    }

    public Difference Of(Difference difference) => difference with
    {
        Control = Clean(difference.Field, difference.Control),
        Candidate = Clean(difference.Field, difference.Candidate),
    };

    private string? Clean(string field, string? text)
    {
        if (text is null)
        {
            return null;
        }

        var cleaned = field switch
        {
            _ when field.StartsWith(Captured, StringComparison.Ordinal) && IsPersonal(field[Captured.Length..]) => PersonalText.Hidden,
            _ when field.StartsWith("effects.", StringComparison.Ordinal) => ObservationMask.CleanJson(text, _values),
            "entities.phones" => "[phone]",
            _ => PersonalText.Clean(text, _values),
        };
        return UnicodeText.Shorten(cleaned, MaxLength, "…");
    }

    private bool IsPersonal(string name) => _names.Contains(name) || PersonalNames.Has(name);
}
