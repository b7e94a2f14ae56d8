using System.Text.Json;

namespace FlowEngine.Text;

/// <summary>Keywords in JSON: a list, one text with commas, or either of them by language.</summary>
internal static class KeywordJson
{
    /// <summary>Null if it is none of these.</summary>
    public static IReadOnlyList<string>? Read(JsonElement json)
    {
        List<string> keywords = [];
        return Add(json, keywords, mayBeByLanguage: true) ? keywords : null;
    }

    private static bool Add(JsonElement json, List<string> keywords, bool mayBeByLanguage)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Array:
                return json.EnumerateArray().All(item => AddText(item, keywords));
            case JsonValueKind.Object when mayBeByLanguage:
                return json.EnumerateObject().All(member =>
                    JsonText.NameOf(member) is { } name && JsonText.IsLanguage(name) && Add(member.Value, keywords, false));
            case JsonValueKind.String when JsonText.Of(json) is { } text:
                keywords.AddRange(CommaList.Split(text));
                return true;
            default:
                return false;
        }
    }

    private static bool AddText(JsonElement item, List<string> keywords)
    {
        if (JsonText.Of(item) is not { } text)
        {
            return false;
        }

        keywords.Add(text);
        return true;
    }
}
