using System.Text.Json;
using System.Text.Json.Nodes;
using FlowEngine.Drawflow.Reading;

namespace FlowEngine.Drawflow.Importing.Configurations;

internal static class CommonSettings
{
    private static readonly string[] s_greetings = ["message", "text", "content", "greeting"];
    private static readonly string[] s_ignoredByModel = ["provider", "model"];

    public static void Nothing(LegacyConfig config)
    {
        // The type has no settings.
    }

    public static void Welcome(LegacyConfig config)
    {
        var source = config.Has("welcome_message") ? "welcome_message" : s_greetings.FirstOrDefault(config.Has);
        if (source is not null && source != "welcome_message")
        {
            config.Misspelt(source, "welcome_message");
        }

        if (config.CopyText("welcome_message", source))
        {
            config.Note("text_now_shown", config.PointerTo(source ?? "welcome_message"), "The legacy engine never showed this greeting.", "It is said at a conversation's first turn.");
        }
        else
        {
            config.Decide("required_missing", config.PointerTo("welcome_message"), "The greeting has no text; the legacy engine failed here.", "Write 'welcome_message'.");
        }

        config.Copy("show_suggestions");
        if (config.Take("suggestions") is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0)
        {
            var suggestions = list.EnumerateArray().Select((item, index) => Suggestion(config, item, JsonPointer.Append(config.PointerTo("suggestions"), index)));
            config.Data["suggestions"] = new JsonArray([.. suggestions.OfType<JsonNode>()]);
        }
    }

    public static void HistoryLoader(LegacyConfig config)
    {
        config.CopyNumber("limit", 1, 100);
        config.Copy("include_system_messages");
        if (config.Take("order") is { ValueKind: JsonValueKind.String } order)
        {
            config.Note("newest_messages", config.PointerTo("order"), $"'order' {Shown.Of(order.GetString()!)} made the legacy engine load the first messages ever said.", "The newest are loaded, oldest first.");
        }
    }

    public static void ContextBuilder(LegacyConfig config)
    {
        config.Copy("include_directives", "include_tenant_directives");
        config.Copy("include_history", "include_conversation_history");
        config.Copy("include_variables", "include_conversation_context");
        config.CopyNumber("history_limit", 0, 100);
    }

    public static void AiResponse(LegacyConfig config)
    {
        var source = config.Has("system_prompt") || !config.Has("prompt") ? "system_prompt" : "prompt";
        if (source == "prompt")
        {
            config.Misspelt("prompt", "system_prompt");
        }

        if (!config.CopyText("system_prompt", source))
        {
            config.Warn("required_missing", config.PointerTo("system_prompt"), "There is no prompt; the legacy engine failed here.", "The built-in prompt is used.");
        }

        // As before: a model that fails ends the walk with the fallback text.
        config.Data["on_error"] = "fail";
        config.CopyNumber("temperature", 0, 2);
        config.CopyNumber("max_tokens", 1, 100_000);
        foreach (var name in s_ignoredByModel.Where(config.Has))
        {
            config.Know(name);
            config.Note("model_is_configured", config.PointerTo(name), $"'{name}' was never read.", "The model is that of the tenant's AI configuration.");
        }
    }

    public static void LinkGenerator(LegacyConfig config)
    {
        if (config.Take("base_url").Text() is not { Length: > 0 } url)
        {
            return;
        }

        if (Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https")
        {
            config.Data["base_url"] = url;
            config.Note("base_url_used", config.PointerTo("base_url"), "The legacy engine did not use 'base_url'.", "Links begin with it now.");
        }
        else
        {
            config.Warn("base_url_relative", config.PointerTo("base_url"), $"{Shown.Of(url)} is not an absolute address.", "Links begin with the tenant's site.");
        }
    }

    public static void MessageSaver(LegacyConfig config)
    {
        config.Copy("save_user_message");
        config.Copy("save_assistant_message");
        config.Copy("save_metadata");
    }

    public static void End(LegacyConfig config)
    {
        if (config.CopyText("closing_message"))
        {
            config.Note("text_now_shown", config.PointerTo("closing_message"), "The legacy engine never showed this closing.", "It is said when the flow ends.");
        }

        config.Copy("reset_conversation");
        config.Take("next_node");
    }

    private static JsonNode? Suggestion(LegacyConfig config, JsonElement item, string pointer)
    {
        var text = item.IsObject() && (item.Member("text").IsPresent() || item.Member("label").IsPresent())
            ? item.Member("text").IsPresent() ? item.Member("text") : item.Member("label")
            : item;
        return config.Text(text, pointer);
    }
}
