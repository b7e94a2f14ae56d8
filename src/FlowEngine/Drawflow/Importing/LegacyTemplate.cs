using System.Text;
using FlowEngine.Conversations;
using FlowEngine.Drawflow.Reading;

namespace FlowEngine.Drawflow.Importing;

/// <summary>
/// Turns <c>{{context.key}}</c> into a template of ours. The legacy engine filled that and <c>{{tenant.directive.key}}</c>, and left
/// every other pair of braces standing as text.
/// </summary>
internal static class LegacyTemplate
{
    private const string Context = "context.";
    private const string Directive = "tenant.directive.";

    private static readonly Dictionary<string, string> s_names = new(StringComparer.Ordinal)
    {
        ["user_sentiment"] = "intent",
        ["sentiment"] = "intent",
        ["last_ai_response"] = "answer",
        ["processed_ai_response"] = "answer",
        ["query_type"] = "price_query_type",
        ["price_query_type"] = "price_query_type",
        ["vat_note"] = "vat_note",
        ["user_message"] = "message",
        ["message"] = "message",
        ["search_query"] = "message",
        ["language"] = "conversation.language",
        ["detected_category"] = "category",
        ["searched_products"] = "products",
        ["sorted_products"] = "products",
        ["price_query_results"] = "products",
        ["converted_products"] = "products",
        ["contact_info"] = "contact",
        ["comparison_result"] = "comparison",
    };

    public static string Convert(string text, LegacyConfig config, string pointer)
    {
        var result = new StringBuilder(text.Length);
        var at = 0;
        while (text.IndexOf("{{", at, StringComparison.Ordinal) is var start and >= 0)
        {
            result.Append(text, at, start - at);
            var end = text.IndexOf("}}", start + 2, StringComparison.Ordinal);
            var inner = end < 0 ? string.Empty : text[(start + 2)..end].Trim();
            if (end < 0 || !TryConvert(inner, config, pointer, result))
            {
                result.Append("\\{{");
                at = start + 2;
                config.Note("braces_kept", pointer, $"The legacy engine showed {Shown.Of("{{" + inner)} as it is written.", "It stays text: written \\{{.");
                continue;
            }

            at = end + 2;
        }

        return LegacyLinks.Convert(result.Append(text, at, text.Length - at).ToString(), config, pointer);
    }

    /// <summary>The path of a variable that the legacy context had under this key; null where that is no path.</summary>
    public static string? PathOf(string key, LegacyConfig config, string pointer)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        var first = dot < 0 ? key : key[..dot];
        var known = s_names.TryGetValue(first, out var name);
        var path = (known ? name : first) + (dot < 0 ? string.Empty : key[dot..]);
        if (VariablePath.TryParse(path) is not { } parsed)
        {
            config.Decide("unknown_variable", pointer, $"{Shown.Of(key)} is not the name of a variable.", "Name the variable that is meant.");
            return null;
        }

        if (!known && parsed.Root != VariableRoot.Any)
        {
            path = "conversation." + path;
        }

        if (!known && !config.Variables.Contains(first))
        {
            config.Warn("unknown_variable", pointer, $"No node of the flow sets {Shown.Of(first)}.", $"It reads the variable {Shown.Of(path)}, which is empty unless something sets it.");
        }

        return path;
    }

    private static bool TryConvert(string inner, LegacyConfig config, string pointer, StringBuilder result)
    {
        if (inner.StartsWith(Context, StringComparison.Ordinal))
        {
            if (PathOf(inner[Context.Length..], config, pointer) is not { } path)
            {
                return false;
            }

            result.Append("{{").Append(path).Append("}}");
            return true;
        }

        if (!inner.StartsWith(Directive, StringComparison.Ordinal))
        {
            return false;
        }

        config.Decide(
            "directive_in_text",
            pointer,
            $"Texts cannot read the directive {Shown.Of(inner[Directive.Length..])}; the model is given all directives beside its prompt.",
            "It is left out of the text: say there what the directive says, if the sentence needs it.");
        return true;
    }
}
