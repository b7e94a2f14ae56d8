using System.Text.Json;

namespace FlowEngine.Text;

internal static class JsonText
{
    /// <summary>Text, or a number or boolean as its text; null for anything else and for text that is not valid Unicode.</summary>
    public static string? Of(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                return json.GetRawText();
            case JsonValueKind.String:
                try
                {
                    return json.GetString();
                }
                catch (InvalidOperationException)
                {
                    return null;
                }

            default:
                return null;
        }
    }

    /// <summary>False too for a member that is null or empty text, which the editor writes for "nothing".</summary>
    public static bool TryGet(JsonElement json, string name, out JsonElement member)
    {
        member = Find(json, name);
        return member.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null) &&
            !(member.ValueKind == JsonValueKind.String && member.ValueEquals(""));
    }

    /// <summary>Undefined if there is no such member, or an object whose names are not valid Unicode.</summary>
    public static JsonElement Find(JsonElement json, string name)
    {
        try
        {
            return json.TryGetProperty(name, out var member) ? member : default;
        }
        catch (InvalidOperationException)
        {
            return default;
        }
    }

    /// <summary>Null for a name that is not valid Unicode.</summary>
    public static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>True for codes such as <c>tr</c> and <c>pt-BR</c>.</summary>
    public static bool IsLanguage(string name)
    {
        var primary = name.AsSpan();
        var end = primary.IndexOf('-');
        primary = end < 0 ? primary : primary[..end];
        return name.Length <= 10 && primary.Length is 2 or 3 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
    }
}
