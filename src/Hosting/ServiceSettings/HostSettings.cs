using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Hosting.ServiceSettings;

/// <summary>Checks what the host reads beside the section <c>FlowEngine</c>: addresses, levels of the log, the switch <c>CHAT_DISABLED</c>.</summary>
internal static class HostSettings
{
    private static readonly string[] s_ours = [FlowEngineOptions.Section, "feature_management"];

    public static IEnumerable<SettingFault> Find(IConfiguration configuration)
    {
        if (ChatSwitch.IsOff(configuration) is null)
        {
            yield return new(ChatSwitch.Name, "is neither on nor off: give true or false.");
        }

        foreach (var fault in Misspelt(configuration)
            .Concat(Addresses(configuration))
            .Concat(Levels(configuration.GetSection("Logging"))))
        {
            yield return fault;
        }
    }

    /// <summary>A whole section under a wrong name would pass for defaults.</summary>
    private static IEnumerable<SettingFault> Misspelt(IConfiguration configuration) =>
        from section in configuration.GetChildren()
        where !s_ours.Contains(section.Key, StringComparer.OrdinalIgnoreCase) && section.GetChildren().Any()
        let near = NodeTypes.Spelling.Nearest(section.Key.ToUpperInvariant(), s_ours.Select(name => name.ToUpperInvariant()))
        where near is not null
        select new SettingFault(section.Path, $"is not read; did you mean '{Array.Find(s_ours, name => name.Equals(near, StringComparison.OrdinalIgnoreCase))}'?");

    private static IEnumerable<SettingFault> Addresses(IConfiguration configuration)
    {
        if (!Array.TrueForAll(Parts(configuration["urls"]), IsAddress))
        {
            yield return new("urls", "has an entry that is not an address to listen on: give addresses such as http://127.0.0.1:5080, separated by ';'.");
        }

        foreach (var ports in new[] { "http_ports", "https_ports" })
        {
            if (Parts(configuration[ports]).Any(port => !ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
            {
                yield return new(ports, "is not a list of ports: give whole numbers from 0 to 65535, separated by ';'.");
            }
        }
    }

    private static string[] Parts(string? list) => list?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static bool IsAddress(string text)
    {
        try
        {
            var address = BindingAddress.Parse(text);
            return address.Scheme is "http" or "https" && (address.IsUnixPipe || address.IsNamedPipe || address.Port is >= 0 and <= ushort.MaxValue);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static IEnumerable<SettingFault> Levels(IConfigurationSection logging) => logging.GetChildren()
        .SelectMany(child => string.Equals(child.Key, "LogLevel", StringComparison.OrdinalIgnoreCase)
            ? child.GetChildren()
            : child.GetSection("LogLevel").GetChildren())
        .Where(level => !string.IsNullOrEmpty(level.Value) && !Enum.TryParse<LogLevel>(level.Value, ignoreCase: true, out _))
        .Select(level => new SettingFault(level.Path, $"is not a log level: give one of {string.Join(", ", Enum.GetNames<LogLevel>())}."));
}
