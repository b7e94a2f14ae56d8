using System.Text.Json;

namespace FlowEngine.Integrations.Models;

/// <summary>Reads the members of one JSON object and notes every fault.</summary>
internal sealed class SettingsObject
{
    private readonly JsonElement _json;
    private readonly string _path;
    private readonly List<SettingsFault> _faults;

    public SettingsObject(JsonElement json, string path, string[] known, List<SettingsFault> faults)
    {
        (_json, _path, _faults) = (json, path, faults);
        foreach (var member in json.EnumerateObject().Where(member => !known.Contains(member.Name, StringComparer.Ordinal)))
        {
            Fault(member.Name, "unknown_field", $"'{member.Name}' is not a setting; known are {string.Join(", ", known)}.");
        }
    }

    public bool TryGet(string name, out JsonElement value) =>
        _json.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;

    public void Fault(string name, string code, string detail) => _faults.Add(new($"{_path}/{name}", code, detail));

    public string? Text(string name, int maximum)
    {
        if (!TryGet(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text && text.Length <= maximum)
        {
            return text;
        }

        Fault(name, "invalid", $"'{name}' must be text of 1 to {maximum} characters.");
        return null;
    }

    public decimal? Number(string name, decimal minimum, decimal maximum, bool whole = false)
    {
        if (!TryGet(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number)
            && number >= minimum && number <= maximum && (!whole || number == decimal.Truncate(number)))
        {
            return number;
        }

        Fault(name, "invalid", FormattableString.Invariant($"'{name}' must be a {(whole ? "whole " : "")}number from {minimum} to {maximum}."));
        return null;
    }
}
