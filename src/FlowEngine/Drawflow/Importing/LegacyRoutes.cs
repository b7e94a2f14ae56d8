using System.Text.Json;

namespace FlowEngine.Drawflow.Importing;

/// <summary>Reads targets from a configuration.</summary>
internal static class LegacyRoutes
{
    /// <param name="keys">Of these, the first that is not null is followed, as PHP's <c>??</c> does.</param>
    public static LegacyRoute Of(LegacyConfig config, int output, params string[] keys)
    {
        var isWritten = false;
        var place = (Key: keys[0], Pointer: config.PointerTo(keys[0]));
        var value = default(JsonElement);
        foreach (var key in keys)
        {
            var found = config.Take(key);
            isWritten |= found.ValueKind != JsonValueKind.Undefined;
            if (!value.IsPresent() && found.IsPresent())
            {
                (value, place) = (found, (key, config.PointerTo(key)));
            }
        }

        return Of(config, output, place.Key, value, place.Pointer, isWritten);
    }

    public static LegacyRoute Of(LegacyConfig config, int output, string key, JsonElement value, string pointer, bool isWritten)
    {
        if (value.IsPresent() && NodeIdText.Of(value) is null && value.ValueKind != JsonValueKind.False)
        {
            config.Decide("target_unreadable", pointer, $"'{key}' is not the id of a node.", "The way ends here: say where it leads.");
            return new(output, key, null, pointer, isWritten, MayStop: true);
        }

        var target = NodeIdText.Of(value);
        return new(output, key, string.IsNullOrWhiteSpace(target) ? null : target, pointer, isWritten);
    }

    /// <summary>Where the node has one of the names that other nodes or older versions used, and not its own, that one is meant.</summary>
    public static LegacyRoute Misspelt(LegacyConfig config, int output, string key, string written)
    {
        if (config.Has(key) || !config.Has(written))
        {
            return Of(config, output, key);
        }

        config.Misspelt(written, key);
        return Of(config, output, written);
    }
}
