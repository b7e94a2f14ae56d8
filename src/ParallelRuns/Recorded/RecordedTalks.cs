using System.Text;

namespace FlowEngine.ParallelRuns.Recorded;

/// <summary>Reads files of recorded conversations, one a line.</summary>
public static class RecordedTalks
{
    private const int MaxLine = 2_000_000;
    private const int MostFaults = 20;

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>All conversations in their order, or all that is wrong, each with the file and the line.</returns>
    public static async Task<(IReadOnlyList<RecordedTalk> Talks, IReadOnlyList<string> Faults)> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return ([], [Directory.Exists(path) ? $"{path} is a folder: name a file." : $"{path}: there is no such file."]);
        }

        var (talks, faults, number) = (new List<RecordedTalk>(), new List<string>(), 0);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        try
        {
            await foreach (var line in File.ReadLinesAsync(path, s_utf8, cancellationToken))
            {
                number++;
                var (talk, fault) = string.IsNullOrWhiteSpace(line) ? (null, null)
                    : line.Length > MaxLine ? (null, $"it has more than {MaxLine:N0} characters.")
                    : RecordedLine.Read(line);
                if (talk is not null && !seen.TryAdd(talk.Id, number))
                {
                    fault = $"the id '{talk.Id}' is already used on line {seen[talk.Id]}.";
                }

                talks.AddRange(talk is null ? [] : [talk]);
                faults.AddRange(fault is null ? [] : [$"{path}, line {number}: {fault}"]);
            }
        }
        catch (DecoderFallbackException)
        {
            faults.Add($"{path}, after line {number}: the file is not valid UTF-8.");
        }

        return faults.Count > 0 ? ([], Bounded(faults))
            : talks.Count == 0 ? ([], [$"{path}: the file contains no conversations."])
            : (talks, []);
    }

    private static List<string> Bounded(List<string> faults) => faults.Count <= MostFaults
        ? faults
        : [.. faults.Take(MostFaults), $"And {faults.Count - MostFaults} lines more."];
}
