using FlowEngine.Chat.Refusals;
using FlowEngine.Conversations;
using FlowEngine.Integrations.Models;

namespace FlowEngine.Api.Assistants;

/// <summary>What is wrong with an AI configuration; no value is repeated, it may be a key.</summary>
internal static class AiConfigurationFaults
{
    private const int MaxName = 100;

    /// <returns>Null where the name can be one.</returns>
    public static FieldError? OfName(string name) => !UnicodeText.IsBlank(name) && UnicodeText.Length(name) <= MaxName && !name.Any(char.IsControl)
        ? null
        : new("name", "invalid", $"'name' must be 1 to {MaxName} characters, none of them a control character.");

    public static IReadOnlyList<FieldError> Of(AiConfigurationBody body, IReadOnlyList<string> providers)
    {
        List<FieldError> errors = [];
        if (!providers.Contains(body.Provider, StringComparer.OrdinalIgnoreCase))
        {
            errors.Add(new("/provider", "unknown_provider", $"'provider' must be one of {string.Join(", ", providers)}."));
        }

        var faults = ModelSettingsReader.Read(body.Settings?.GetRawText(), body.Provider.ToLowerInvariant()).Faults;
        return [.. errors, .. faults.Select(fault => new FieldError($"/settings{fault.Pointer}", fault.Code, fault.Detail))];
    }
}
