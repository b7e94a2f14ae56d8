namespace FlowEngine.Integrations.Offline;

internal static class LanguageGuess
{
    public static string Of(string text) => text.AsSpan().IndexOfAny("çğıöşüÇĞİÖŞÜ") >= 0 ? "tr" : "en";
}
