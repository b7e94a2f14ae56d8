using Microsoft.Extensions.Configuration;

namespace FlowEngine.Hosting.ServiceSettings;

/// <summary>Binds the section <c>FlowEngine</c>. What has another kind than its setting is left out, for the check to report with everything else.</summary>
internal static class SettingsBinding
{
    public static FlowEngineOptions Read(IConfiguration configuration)
    {
        var options = new FlowEngineOptions();
        Bind(configuration, options);
        return options;
    }

    public static void Bind(IConfiguration configuration, FlowEngineOptions options)
    {
        var section = configuration.GetSection(FlowEngineOptions.Section);
        var faulty = SettingsShape.Find(section, typeof(FlowEngineOptions)).Select(fault => fault.Key).ToList();
        var usable = section.AsEnumerable().Where(setting => setting.Value is not null && !faulty.Exists(key => IsIn(setting.Key, key)));
        new ConfigurationBuilder().AddInMemoryCollection(usable).Build().GetSection(FlowEngineOptions.Section).Bind(options);
    }

    private static bool IsIn(string key, string section) =>
        key.StartsWith(section, StringComparison.OrdinalIgnoreCase)
        && (key.Length == section.Length || key[section.Length] == ConfigurationPath.KeyDelimiter[0]);
}
