namespace FlowEngine.Nodes.Common;

internal static class SiteAddress
{
    /// <summary>The address itself where it is absolute, else on the site; null where there is no site.</summary>
    public static string? Absolute(string? site, string address)
    {
        if (address.Contains("://", StringComparison.Ordinal))
        {
            return address;
        }

        return string.IsNullOrEmpty(site) ? null : $"{site.TrimEnd('/')}/{address.TrimStart('/')}";
    }

    /// <summary>Null where the text has no digit.</summary>
    public static string? WhatsApp(string? number)
    {
        var digits = string.Concat((number ?? "").Where(char.IsAsciiDigit));
        return digits.Length == 0 ? null : $"https://wa.me/{digits}";
    }
}
