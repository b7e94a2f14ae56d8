using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace FlowEngine.Hosting.ServiceSettings;

/// <summary>Says where a setting was given: the last source that has it, which is the one that counts.</summary>
internal static class SettingOrigins
{
    /// <returns>In brackets, to stand behind a fault; nothing where it is not known.</returns>
    public static string Of(IConfiguration configuration, string key)
    {
        var provider = (configuration as IConfigurationRoot)?.Providers.LastOrDefault(source =>
            source.TryGet(key, out _) || source.GetChildKeys([], key).Any());
        return provider switch
        {
            SettingsFile file => $" ({file.Name})",
            FileConfigurationProvider file => $" ({file.Source.Path})",
            EnvironmentVariablesConfigurationProvider => $" (environment variable {key.Replace(ConfigurationPath.KeyDelimiter, "__", StringComparison.Ordinal)})",
            CommandLineConfigurationProvider => " (command line)",
            _ => "",
        };
    }
}
