using FlowEngine.Hosting.ServiceSettings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace FlowEngine.Hosting;

/// <summary>Checks every setting and reports all faults at once.</summary>
internal sealed class FlowEngineOptionsValidator(IConfiguration configuration) : IValidateOptions<FlowEngineOptions>
{
    public ValidateOptionsResult Validate(string? name, FlowEngineOptions options)
    {
        var faults = SettingsCheck.Find(configuration, options);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults.Select(fault => fault.ToString()));
    }
}
