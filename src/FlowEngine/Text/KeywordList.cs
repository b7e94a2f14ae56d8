using System.Text.Json;

namespace FlowEngine.Text;

/// <summary>Keywords in JSON: a list, one text with commas, or either of them by language.</summary>
internal static class KeywordList
{
    public static KeywordMatcher? Read(JsonElement json, out string error)
    {
        List<string> keywords = [];
        if (!Add(json, keywords, mayBeByLanguage: true))
        {
            error = "must be a list of keywords, or lists by language such as { \"tr\": [...], \"en\": [...] }";
            return null;
        }

        var matcher = new KeywordMatcher(keywords);
        error = matcher.IsEmpty ? "needs at least one keyword with a letter or digit" : "";
        return matcher.IsEmpty ? null : matcher;
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
                keywords.AddRange(text.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
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
