using System.Text;

namespace FlowEngine.Moving.Dumps;

/// <summary>Encodings by the names that MySQL and others give them; each refuses bytes that it has no letter for.</summary>
public static class DumpCharsets
{
    /// <summary>What a dump that says nothing is in.</summary>
    public static Encoding Usual { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Dictionary<string, string> s_names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utf8mb4"] = "utf-8", ["utf8mb3"] = "utf-8", ["utf8"] = "utf-8", ["utf-8"] = "utf-8", ["binary"] = "utf-8", ["ascii"] = "utf-8",

        // MySQL's latin1 is windows-1252, while its latin5 is ISO 8859-9 to the letter.
        ["latin1"] = "windows-1252", ["iso-8859-1"] = "windows-1252", ["latin2"] = "iso-8859-2", ["latin5"] = "iso-8859-9", ["latin7"] = "iso-8859-13", ["greek"] = "iso-8859-7", ["hebrew"] = "iso-8859-8",
        ["cp1250"] = "windows-1250", ["cp1251"] = "windows-1251", ["cp1252"] = "windows-1252", ["cp1254"] = "windows-1254",
        ["cp1256"] = "windows-1256", ["cp1257"] = "windows-1257", ["cp850"] = "ibm850", ["cp852"] = "ibm852", ["cp857"] = "ibm857", ["cp866"] = "cp866",
        ["koi8r"] = "koi8-r", ["koi8u"] = "koi8-u", ["tis620"] = "windows-874",
    };

    /// <returns>Null where the name is of no encoding in which a letter has one byte, or of UTF-8.</returns>
    public static Encoding? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var known = s_names.GetValueOrDefault(name, name);
        if (known == "utf-8")
        {
            return Usual;
        }

        try
        {
            var found = CodePagesEncodingProvider.Instance.GetEncoding(known, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(known, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

            // Where a letter has several bytes one of them may be a quote or a backslash.
            return found.IsSingleByte ? found : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
