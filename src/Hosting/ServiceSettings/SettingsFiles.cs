using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;

namespace FlowEngine.Hosting.ServiceSettings;

/// <summary>
/// The settings files of a running service. An edit counts only when the settings as a whole are right with it, so whoever reads settings, in
/// whichever way, reads the last good ones.
/// </summary>
public sealed class SettingsFiles
{
    private readonly Lock _gate = new();
    private readonly IConfigurationRoot _settings;
    private readonly Dictionary<SettingsFile, IDictionary<string, string?>> _edited = [];

    private SettingsFiles(IConfigurationRoot settings) => _settings = settings;

    public IReadOnlyList<SettingsFile> All => [.. _settings.Providers.OfType<SettingsFile>()];

    /// <summary>Puts every file that is read again when it changes under this rule.</summary>
    public static SettingsFiles Guard(ConfigurationManager settings)
    {
        for (var i = 0; i < settings.Sources.Count; i++)
        {
            if (settings.Sources[i] is JsonConfigurationSource { ReloadOnChange: true } file)
            {
                file.ReloadOnChange = false;
                settings.Sources[i] = new Source(file);
            }
        }

        return new SettingsFiles(settings);
    }

    /// <summary>Reads the files again, and takes what they hold if that is right.</summary>
    /// <returns>For each file whose content is not used now, what is wrong with it.</returns>
    public IReadOnlyList<(SettingsFile File, IReadOnlyList<SettingFault> Faults)> Consider()
    {
        lock (_gate)
        {
            var unused = new List<(SettingsFile, IReadOnlyList<SettingFault>)>();
            _edited.Clear();
            foreach (var file in All)
            {
                var (data, fault) = file.TryRead();
                if (data is null)
                {
                    unused.Add((file, [new(file.Name, fault!)]));
                }
                else if (!file.Holds(data))
                {
                    _edited[file] = data;
                }
            }

            unused.AddRange(TakeEdited());
            return unused;
        }
    }

    /// <summary>All edits together, as one may need the other; else each that is right by itself, as a faulty file must not hold back another.</summary>
    private List<(SettingsFile File, IReadOnlyList<SettingFault> Faults)> TakeEdited()
    {
        if (_edited.Count == 0)
        {
            return [];
        }

        if (SettingsCheck.FindInEdit(With([.. _edited.Keys]), _settings).Count == 0)
        {
            Take([.. _edited.Keys]);
            return [];
        }

        var left = new List<(SettingsFile, IReadOnlyList<SettingFault>)>();
        foreach (var file in _edited.Keys.ToList())
        {
            var faults = SettingsCheck.FindInEdit(With([file]), _settings);
            if (faults.Count == 0)
            {
                Take([file]);
            }
            else
            {
                left.Add((file, faults));
            }
        }

        return left;
    }

    private void Take(IReadOnlyList<SettingsFile> files)
    {
        foreach (var file in files)
        {
            file.Take(_edited[file]);
            _edited.Remove(file);
        }

        foreach (var file in files)
        {
            file.Tell();
        }
    }

    /// <summary>The settings as they would be with the edits of these files.</summary>
    private IConfigurationRoot With(IReadOnlyList<SettingsFile> files)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var provider in _settings.Providers)
        {
            if (provider is not SettingsFile file)
            {
                Copy(provider, null, settings);
            }
            else if (!files.Contains(file))
            {
                file.Copy(settings);
            }
            else
            {
                foreach (var (key, value) in _edited[file])
                {
                    settings[key] = value;
                }
            }
        }

        return new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
    }

    private static void Copy(IConfigurationProvider provider, string? section, Dictionary<string, string?> settings)
    {
        foreach (var name in provider.GetChildKeys([], section).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var key = section is null ? name : ConfigurationPath.Combine(section, name);
            if (provider.TryGet(key, out var value))
            {
                settings[key] = value;
            }

            Copy(provider, key, settings);
        }
    }

    private sealed class Source(JsonConfigurationSource file) : IConfigurationSource
    {
        public IConfigurationProvider Build(IConfigurationBuilder builder)
        {
            file.EnsureDefaults(builder);
            return new SettingsFile(file);
        }
    }
}
