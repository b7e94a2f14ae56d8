namespace FlowEngine.Nodes.Common;

internal static class SiteAddress
{
    /// <summary>Null where the text has no digit.</summary>
    public static string? WhatsApp(string? number)
    {
        var digits = string.Concat((number ?? "").Where(char.IsAsciiDigit));
        return digits.Length == 0 ? null : $"https://wa.me/{digits}";
    }
}
