using System.Text.Json;
using FlowEngine.Api.Problems;
using FlowEngine.Integrations.Models;

namespace FlowEngine.Api.Assistants;

/// <summary>Reads the body of a PUT by hand, so that every fault has a name; no value is repeated, it may be a key.</summary>
internal sealed class AiConfigurationReader
{
    public const int MaxBytes = 32 * 1024;
    public const int MaxName = 100;
    private const int MaxModel = 200;
    private const int MaxPriority = 1000;

    private static readonly string[] s_members = ["provider", "modelName", "isActive", "isDefault", "priority", "settings"];

    private readonly JsonElement _body;
    private readonly List<FieldError> _errors = [];

    private AiConfigurationReader(JsonElement body) => _body = body;

    public static (AiConfigurationBody? Body, ApiProblem? Problem) Read(ReadOnlyMemory<byte> body, IReadOnlyList<string> providers)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 10, AllowDuplicateProperties = false });
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new AiConfigurationReader(document.RootElement.Clone()).Read(providers)
                : (null, ApiProblems.NotJson("A JSON object is expected."));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return (null, ApiProblems.NotJson("It cannot be parsed."));
        }
    }

    /// <returns>Null where the name can be one.</returns>
    public static FieldError? FaultOfName(string name) => name.Length is > 0 and <= MaxName && !name.Any(char.IsControl)
        ? null
        : new("name", "invalid", $"'name' must be 1 to {MaxName} characters, none of them a control character.");

    private (AiConfigurationBody?, ApiProblem?) Read(IReadOnlyList<string> providers)
    {
        foreach (var member in _body.EnumerateObject().Where(member => !s_members.Contains(member.Name, StringComparer.Ordinal)))
        {
            Fault(member.Name, "unknown_field", $"'{member.Name}' is not known; known are {string.Join(", ", s_members)}.");
        }

        var provider = Text("provider", 50);
        if (provider is not null && !providers.Contains(provider, StringComparer.OrdinalIgnoreCase))
        {
            Fault("provider", "unknown_provider", $"'provider' must be one of {string.Join(", ", providers)}.");
        }

        var body = new AiConfigurationBody
        {
            Provider = provider?.ToLowerInvariant() ?? "",
            ModelName = Text("modelName", MaxModel) ?? "",
            IsActive = Flag("isActive") ?? true,
            IsDefault = Flag("isDefault") ?? false,
            Priority = Priority(),
            Settings = TryGet("settings", out var settings) ? settings : null,
        };
        var faults = ModelSettingsReader.Read(body.Settings?.GetRawText(), body.Provider).Faults;
        _errors.AddRange(faults.Select(fault => new FieldError($"/settings{fault.Pointer}", fault.Code, fault.Detail)));
        return _errors.Count == 0 ? (body, null) : (null, ApiProblems.InvalidRequest(_errors));
    }

    private bool TryGet(string name, out JsonElement value) =>
        _body.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;

    private string? Text(string name, int maximum)
    {
        if (TryGet(name, out var value) && value.ValueKind == JsonValueKind.String
            && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) && text.Length <= maximum && !text.Any(char.IsControl))
        {
            return text;
        }

        Fault(name, "invalid", $"'{name}' must be text of 1 to {maximum} characters.");
        return null;
    }

    private bool? Flag(string name)
    {
        if (!TryGet(name, out var value))
        {
            return null;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        Fault(name, "wrong_type", $"'{name}' must be true or false.");
        return null;
    }

    private int Priority()
    {
        if (!TryGet("priority", out var value))
        {
            return 0;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number is >= 0 and <= MaxPriority)
        {
            return number;
        }

        Fault("priority", "invalid", $"'priority' must be a whole number from 0 to {MaxPriority}.");
        return 0;
    }

    private void Fault(string name, string code, string detail) => _errors.Add(new($"/{name}", code, detail));
}
