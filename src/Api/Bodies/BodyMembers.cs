using System.Globalization;
using System.Text.Json;
using FlowEngine.Chat.Refusals;

namespace FlowEngine.Api.Bodies;

/// <summary>Reads the members of a body one by one, so that every fault has a pointer and says what is expected.</summary>
/// <param name="path">JSON pointer of the object; empty for the body itself.</param>
internal sealed class BodyMembers(JsonElement json, List<FieldError> errors, string path = "")
{
    public IReadOnlyList<FieldError> Errors => errors;

    public static string Escaped(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>Any other member is a fault.</summary>
    public BodyMembers Known(params IReadOnlyCollection<string> names)
    {
        foreach (var member in json.EnumerateObject().Where(member => !names.Contains(member.Name, StringComparer.Ordinal)))
        {
            Fault(member.Name, "unknown_field", $"'{member.Name}' is not known; known are {string.Join(", ", names)}.");
        }

        return this;
    }

    /// <summary>False too where it is null.</summary>
    public bool TryGet(string name, out JsonElement value) =>
        json.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;

    public bool IsNull(string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Null;

    /// <summary>Text that is not blank; null if the member is missing, null or faulty.</summary>
    public string? Text(string name, int maximum = RequestText.MaxLength)
    {
        if (!TryGet(name, out var value))
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            Fault(name, "wrong_type", $"'{name}' must be text.");
            return null;
        }

        var text = value.GetString()!;
        if (RequestText.Fault($"{path}/{Escaped(name)}", text, maximum) is not { } fault)
        {
            return text;
        }

        errors.Add(fault);
        return null;
    }

    /// <summary>A list of texts; null if the member is missing, null or faulty.</summary>
    public IReadOnlyList<string>? Texts(string name)
    {
        if (!TryGet(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String))
        {
            return [.. value.EnumerateArray().Select(item => item.GetString()!)];
        }

        Fault(name, "wrong_type", $"'{name}' must be a list of texts.");
        return null;
    }

    public int? Whole(string name, int least, int most, string code = "invalid")
    {
        if (!TryGet(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most)
        {
            return number;
        }

        Fault(name, code, $"'{name}' must be a whole number from {least} to {most}.");
        return null;
    }

    public bool? Flag(string name)
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

    /// <summary>ISO 8601; UTC where it has no offset.</summary>
    public DateTimeOffset? Time(string name)
    {
        if (!TryGet(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String
            && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return time.ToUniversalTime();
        }

        Fault(name, "invalid", $"'{name}' must be a time such as 2027-01-31T00:00:00Z.");
        return null;
    }

    /// <summary>An object's members by name; null where there is none.</summary>
    public JsonElement? Object(string name, string expected)
    {
        if (!TryGet(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            return value;
        }

        Fault(name, "wrong_type", $"'{name}' must be {expected}.");
        return null;
    }

    public bool HasFault(string name) => errors.Exists(error => error.Pointer == $"{path}/{Escaped(name)}");

    public void Fault(string name, string code, string detail) => errors.Add(new($"{path}/{Escaped(name)}", code, detail));
}
