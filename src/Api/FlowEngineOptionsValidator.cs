using System.ComponentModel.DataAnnotations;
using FlowEngine.Api.Comparisons.Gating;
using Microsoft.Extensions.Options;

namespace FlowEngine.Api;

/// <summary>Checks every setting and reports all faults at once, before anything is served.</summary>
internal sealed class FlowEngineOptionsValidator(IConfiguration configuration) : IValidateOptions<FlowEngineOptions>
{
    public ValidateOptionsResult Validate(string? name, FlowEngineOptions options)
    {
        var faults = UnknownSettings.Find(configuration).ToList();
        if (ChatSwitch.IsOff(configuration) is null)
        {
            faults.Add($"{ChatSwitch.Name} must be true or false.");
        }

        if (options.KeysDirectory is { } folder && !Directory.Exists(folder))
        {
            faults.Add($"{FlowEngineOptions.Section}:KeysDirectory '{folder}' is not an existing folder.");
        }

        Check(options, FlowEngineOptions.Section, faults);
        Check(options.Database, $"{FlowEngineOptions.Section}:Database", faults);
        Check(options.Conversations, $"{FlowEngineOptions.Section}:Conversations", faults);
        Check(options.Ai, $"{FlowEngineOptions.Section}:Ai", faults);
        Check(options.Limits, $"{FlowEngineOptions.Section}:Limits", faults);
        Check(options.Limits.Conversation, $"{FlowEngineOptions.Section}:Limits:Conversation", faults);
        Check(options.Limits.Day, $"{FlowEngineOptions.Section}:Limits:Day", faults);
        Check(options.Outgoing, $"{FlowEngineOptions.Section}:Outgoing", faults);
        Check(options.Comparisons, $"{FlowEngineOptions.Section}:Comparisons", faults);
        Check(options.Telemetry, $"{FlowEngineOptions.Section}:Telemetry", faults);
        faults.AddRange(GateFiles.Read(options.Comparisons.Gate).Faults.Select(fault => $"{FlowEngineOptions.Section}:Comparisons:Gate {fault}"));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void Check(object options, string path, List<string> faults)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        faults.AddRange(results.Select(result => $"{path}:{result.MemberNames.FirstOrDefault()} {result.ErrorMessage}"));
    }
}
