using System.Text;
using FlowEngine.Conversations;
using FlowEngine.Drawflow.Reading;

namespace FlowEngine.Drawflow.Importing;

/// <summary>Link markers that a prompt tells the model to write: of three parts, the last a slug.</summary>
internal static class LegacyLinks
{
    public static string Convert(string text, LegacyConfig config, string pointer)
    {
        if (!text.Contains(LinkMarker.Opening, StringComparison.Ordinal))
        {
            return text;
        }

        var markers = new StringBuilder(text.Length);
        var at = 0;
        while (text.IndexOf(LinkMarker.Opening, at, StringComparison.Ordinal) is var start and >= 0
            && text.IndexOf(']', start) is var end and >= 0)
        {
            var written = text[start..(end + 1)];
            var meant = Meant(written);
            if (meant is null)
            {
                config.Warn("link_format", pointer, $"{Shown.Of(written)} is not a marker of three parts, so it does not become a link.", "It is kept: write [LINK:module:type:slug].");
            }
            else if (meant != written)
            {
                config.Warn("link_format", pointer, $"The prompt asks for {Shown.Of(written)}; links are [LINK:module:type:slug].", $"It asks for {Shown.Of(meant)} now.");
            }

            markers.Append(text, at, start - at).Append(meant ?? written);
            at = end + 1;
        }

        return markers.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The marker in our form; null where that cannot be told.</summary>
    private static string? Meant(string marker)
    {
        var parts = marker[LinkMarker.Opening.Length..^1].Split(':', StringSplitOptions.TrimEntries);
        if (parts.Any(part => part.Length == 0))
        {
            return null;
        }

        return parts switch
        {
            [var module, var slug] when module == "shop" => Marker(module, "product", Slug(slug)),
            [var module, var type, var slug] => Marker(module, type, Slug(slug)),
            _ => null,
        };
    }

    private static string Marker(string module, string type, string slug) => $"{LinkMarker.Opening}{module}:{type}:{slug}]";

    /// <summary>The legacy engine wanted an id there.</summary>
    private static string Slug(string part) => part.Trim('{', '}', '<', '>') switch
    {
        "id" or "ID" or "product_id" or "PRODUCT_ID" or "category_id" or "page_id" => part.Contains('{', StringComparison.Ordinal) ? "{slug}" : "slug",
        _ => part,
    };
}
