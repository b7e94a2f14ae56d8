namespace FlowEngine.Api.Serving;

/// <summary>Tells settings on the command line from commands and their options: what names a section, and the host's own few.</summary>
internal static class SettingArguments
{
    /// <summary>Settings of the host, which are in no section.</summary>
    public static readonly IReadOnlyList<string> HostNames =
        ["urls", "environment", "contentRoot", "http_ports", "https_ports", "AllowedHosts", "CHAT_DISABLED"];

    /// <param name="args">Settings as <c>--Section:Name=value</c> or <c>--Section:Name value</c>, anywhere.</param>
    public static (IReadOnlyList<string> Command, IReadOnlyList<string> Settings) Split(IReadOnlyList<string> args)
    {
        var (command, settings) = (new List<string>(), new List<string>());
        for (var i = 0; i < args.Count; i++)
        {
            if (!IsSetting(args[i]))
            {
                command.Add(args[i]);
                continue;
            }

            settings.Add(args[i]);
            if (!args[i].Contains('=', StringComparison.Ordinal) && i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal))
            {
                settings.Add(args[++i]);
            }
        }

        return (command, settings);
    }

    private static bool IsSetting(string argument)
    {
        if (!argument.StartsWith("--", StringComparison.Ordinal))
        {
            return false;
        }

        var name = argument[2..].Split('=', 2)[0];
        return name.Contains(':', StringComparison.Ordinal) || HostNames.Contains(name, StringComparer.OrdinalIgnoreCase);
    }
}
