using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Chat.Health;

/// <summary>Files of settings whose present content is not used, with the reason: logged once each, and shown by <c>ready</c> until they are corrected.</summary>
public sealed class SettingsWarnings(ILogger<SettingsWarnings> logger)
{
    private readonly ConcurrentDictionary<string, string> _faults = new(StringComparer.Ordinal);

    public IReadOnlyList<string> All => [.. _faults.OrderBy(fault => fault.Key, StringComparer.Ordinal).Select(fault => Text(fault.Key, fault.Value))];

    public void Set(string file, IEnumerable<string> faults)
    {
        var text = string.Join(" ", faults);
        if (_faults.TryGetValue(file, out var known) && known == text)
        {
            return;
        }

        _faults[file] = text;
        Log.SettingsNotUsed(logger, file, text);
    }

    public void Clear(string file)
    {
        if (_faults.TryRemove(file, out _))
        {
            Log.SettingsUsedAgain(logger, file);
        }
    }

    private static string Text(string file, string faults) => $"{file} is not used as it is now; its last good content stays. {faults}";
}
