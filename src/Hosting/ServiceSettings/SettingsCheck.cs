using FlowEngine.ParallelRuns.Gates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace FlowEngine.Hosting.ServiceSettings;

/// <summary>All that is wrong with the settings of the service, in one list: at the start, and before an edit of a file is taken.</summary>
public static class SettingsCheck
{
    /// <summary>Ends a start that would serve with faulty settings.</summary>
    /// <exception cref="OptionsValidationException">With every fault and where it was set.</exception>
    public static void Demand(IConfiguration configuration)
    {
        var options = SettingsBinding.Read(configuration);
        IReadOnlyList<SettingFault> faults = [.. Find(configuration, options), .. Gate(options)];
        if (faults.Count > 0)
        {
            throw new OptionsValidationException(
                Options.DefaultName, typeof(FlowEngineOptions), faults.Select(fault => $"{fault}{SettingOrigins.Of(configuration, fault.Key)}"));
        }
    }

    /// <summary>A gate file that was spoilt meanwhile is no fault of an edit that names the same one.</summary>
    public static IReadOnlyList<SettingFault> FindInEdit(IConfiguration edited, IConfiguration before)
    {
        var options = SettingsBinding.Read(edited);
        var isSameGate = options.Comparisons.Gate == SettingsBinding.Read(before).Comparisons.Gate;
        return [.. Find(edited, options), .. isSameGate ? [] : Gate(options)];
    }

    /// <param name="options">As they were bound.</param>
    public static IReadOnlyList<SettingFault> Find(IConfiguration configuration, FlowEngineOptions options)
    {
        var section = configuration.GetSection(FlowEngineOptions.Section);
        IReadOnlyList<SettingFault> shape = string.IsNullOrEmpty(section.Value)
            ? [.. SettingsShape.Find(section, typeof(FlowEngineOptions))]
            : [new(section.Path, $"is {SettingKinds.Given(section)}: give a section.")];
        return
        [
            .. shape,
            .. SettingsValues.Find(options, FlowEngineOptions.Section),
            .. FeatureFlagSettings.Find(configuration),
            .. HostSettings.Find(configuration),
        ];
    }

    private static IEnumerable<SettingFault> Gate(FlowEngineOptions options) =>
        GateFiles.Read(options.Comparisons.Gate).Faults.Select(fault => new SettingFault($"{FlowEngineOptions.Section}:Comparisons:Gate", fault));
}
