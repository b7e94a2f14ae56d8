using System.Text.Json;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Refusals;
using FlowEngine.Conversations;
using FlowEngine.Integrations.Models;

namespace FlowEngine.Api.Assistants;

/// <summary>Reads the body of a PUT, so that every fault has a name; no value is repeated, it may be a key.</summary>
internal sealed class AiConfigurationReader
{
    public const int MaxBytes = 32 * 1024;
    public const int MaxName = 100;
    private const int MaxModel = 200;
    private const int MaxPriority = 1000;

    private static readonly string[] s_members = ["provider", "modelName", "isActive", "isDefault", "priority", "settings"];

    private readonly List<FieldError> _errors = [];
    private readonly BodyMembers _members;

    private AiConfigurationReader(JsonElement body) => _members = new(body, _errors);

    public static (AiConfigurationBody? Body, ApiProblem? Problem) Read(JsonElement body, IReadOnlyList<string> providers) =>
        new AiConfigurationReader(body).Read(providers);

    /// <returns>Null where the name can be one.</returns>
    public static FieldError? FaultOfName(string name) => !UnicodeText.IsBlank(name) && UnicodeText.Length(name) <= MaxName && !name.Any(char.IsControl)
        ? null
        : new("name", "invalid", $"'name' must be 1 to {MaxName} characters, none of them a control character.");

    private (AiConfigurationBody?, ApiProblem?) Read(IReadOnlyList<string> providers)
    {
        _members.Known(s_members);
        var provider = Text("provider", 50);
        if (provider is not null && !providers.Contains(provider, StringComparer.OrdinalIgnoreCase))
        {
            Fault("provider", "unknown_provider", $"'provider' must be one of {string.Join(", ", providers)}.");
        }

        var body = new AiConfigurationBody
        {
            Provider = provider?.ToLowerInvariant() ?? "",
            ModelName = Text("modelName", MaxModel) ?? "",
            IsActive = _members.Flag("isActive") ?? true,
            IsDefault = _members.Flag("isDefault") ?? false,
            Priority = _members.Whole("priority", 0, MaxPriority) ?? 0,
            Settings = _members.TryGet("settings", out var settings) ? settings : null,
        };
        var faults = ModelSettingsReader.Read(body.Settings?.GetRawText(), body.Provider).Faults;
        _errors.AddRange(faults.Select(fault => new FieldError($"/settings{fault.Pointer}", fault.Code, fault.Detail)));
        return _errors.Count == 0 ? (body, null) : (null, ApiProblems.InvalidRequest(_errors));
    }

    private string? Text(string name, int maximum)
    {
        if (_members.TryGet(name, out var value) && value.ValueKind == JsonValueKind.String
            && value.GetString() is { } text && !UnicodeText.IsBlank(text) && UnicodeText.Length(text) <= maximum && !text.Any(char.IsControl))
        {
            return text;
        }

        Fault(name, "invalid", $"'{name}' must be text of 1 to {maximum} characters.");
        return null;
    }

    private void Fault(string name, string code, string detail) => _members.Fault(name, code, detail);
}
