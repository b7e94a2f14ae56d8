using FlowEngine.Conversations;
using FlowEngine.Drawflow.Reading;
using FlowEngine.NodeTypes;

namespace FlowEngine.Drawflow.Importing.Configurations;

/// <summary>The legacy node looked for data in the message at hand and could not wait; ours asks and waits.</summary>
internal static class CollectDataSettings
{
    private const string DefaultType = "text";

    private static readonly string[] s_types = ["text", "number", "integer", "email", "phone", "url", "date", "time", "yes_no"];

    public static void Convert(LegacyConfig config)
    {
        var type = Type(config);
        config.Data["data_type"] = type;
        config.Data["context_key"] = Key(config, type);
        if (config.Has("fields"))
        {
            config.Know("fields");
            config.Decide("several_fields", config.PointerTo("fields"), "A node asks for one value; the legacy engine read no 'fields'.", "It asks for one: draw a collect_data for each field.");
        }

        config.CopyText("prompt");
        config.Copy("required");
        if (config.Take("validation_regex").Text() is { Length: > 0 } pattern)
        {
            config.Data["validation_regex"] = LegacyPattern.Read(pattern, config, config.PointerTo("validation_regex"));
        }

        if (config.CopyText("retry_prompt"))
        {
            config.Note("text_now_shown", config.PointerTo("retry_prompt"), "The legacy engine never showed this text.", "It is said after an answer that is refused.");
        }

        config.Warn(
            "asks_and_waits",
            config.Node.Pointer,
            "The legacy engine looked for the data in the same message and went on.",
            config.Data.ContainsKey("prompt") ? "The node asks, waits and checks the answer." : "The node asks a question that fits the type, waits and checks the answer: write 'prompt' to ask another.");
    }

    public static IEnumerable<LegacyRoute> Routes(LegacyConfig config)
    {
        yield return LegacyRoutes.Of(config, 1, "next_node");
        var retry = LegacyRoutes.Of(config, 2, "retry_node");
        if (retry.Target is not null && retry.Target == config.Node.WrittenId)
        {
            config.Note("own_retry", retry.Pointer, "'retry_node' is the node itself: the legacy engine ran in a circle.", "The node asks again by itself; where it gives up, the flow ends.");
            retry = retry with { Target = null };
        }

        yield return retry with { MayStop = true };
    }

    /// <summary>The variable that the node sets; null where its name is unusable.</summary>
    public static string? VariableOf(LegacyNode node) =>
        node.Config.Member("context_key").Text() is { Length: > 0 } key ? Usable(key) : node.Config.Member("data_type").Text() ?? DefaultType;

    private static string Type(LegacyConfig config)
    {
        var written = config.Take("data_type").Text()?.Trim();
        if (string.IsNullOrEmpty(written))
        {
            return DefaultType;
        }

        if (s_types.Contains(written, StringComparer.Ordinal))
        {
            return written;
        }

        var near = Spelling.Nearest(written, s_types);
        config.Warn("data_type_unknown", config.PointerTo("data_type"), $"There is no data type {Shown.Of(written)}.{(near is null ? string.Empty : $" Was '{near}' meant?")}", "It takes any text.");
        return DefaultType;
    }

    private static string Key(LegacyConfig config, string type)
    {
        if (config.Take("context_key").Text() is not { Length: > 0 } key)
        {
            return type;
        }

        if (Usable(key) is { } usable)
        {
            return usable;
        }

        var made = string.Concat(UnicodeText.Cut(key, 50).Select(c => char.IsLetterOrDigit(c) ? c : '_')) + "_";
        config.Warn("variable_renamed", config.PointerTo("context_key"), $"{Shown.Of(key)} cannot be the name of a variable.", $"It is {Shown.Of(made)} now.");
        return made;
    }

    private static string? Usable(string key) =>
        VariablePath.TryParse(key) is { Root: VariableRoot.Any, Segments.Count: 0 } ? key.Trim() : null;
}
