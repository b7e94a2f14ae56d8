using FlowEngine.Drawflow.Reading;
using FlowEngine.Text;

namespace FlowEngine.Drawflow.Importing.Configurations;

internal static class LegacyPattern
{
    /// <summary>The legacy engine put the pattern between slashes itself; some were written with them.</summary>
    public static string Read(string written, LegacyConfig config, string pointer)
    {
        var end = written.LastIndexOf('/');
        var pattern = written.StartsWith('/') && end > 0 && written[(end + 1)..].All(char.IsAsciiLetter) ? written[1..end] : written;
        if (pattern.Length < written.Length)
        {
            config.Warn("pattern_delimiters", pointer, $"The pattern {Shown.Of(written)} has delimiters; the legacy engine failed at them.", $"It is {Shown.Of(pattern)}.");
        }

        if (SafePattern.Read(pattern, out var fault) is null)
        {
            config.Decide("pattern_unusable", pointer, $"The pattern {Shown.Of(pattern)} cannot be used: {fault}.", "It is kept, and the check refuses it: write another.");
        }

        return pattern;
    }
}
