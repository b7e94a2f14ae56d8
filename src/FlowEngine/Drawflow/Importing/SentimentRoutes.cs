using FlowEngine.Drawflow.Reading;
using FlowEngine.NodeTypes;

namespace FlowEngine.Drawflow.Importing;

/// <summary>The five intents in the order of our outputs, and what goes on where no keyword was found.</summary>
internal static class SentimentRoutes
{
    private const string Routes = "sentiment_routes";
    private const string Otherwise = "default_next_node";

    private static readonly string[] s_intents = ["purchase_intent", "comparison", "question", "support_request", "browsing"];

    public static IReadOnlyList<string> Outputs { get; } =
        ["purchase_intent", "comparison", "question", "support_request|support", "browsing", "default"];

    /// <summary>What no keyword told was browsing to the legacy engine.</summary>
    public static IEnumerable<LegacyRoute> Of(LegacyConfig config)
    {
        var written = config.Take(Routes);
        var otherwise = config.Take(Otherwise);
        var routes = s_intents.Select((intent, index) =>
        {
            var own = written.Member(intent);
            return own.IsPresent()
                ? LegacyRoutes.Of(config, index + 1, intent, own, JsonPointer.Append(config.PointerTo(Routes), intent), isWritten: true)
                : LegacyRoutes.Of(config, index + 1, intent, otherwise, config.PointerTo(Otherwise), otherwise.IsPresent());
        }).ToList();
        ReportUnknown(config);
        return [.. routes, routes[^1] with { Output = s_intents.Length + 1, MayStop = true }];
    }

    private static void ReportUnknown(LegacyConfig config)
    {
        var written = config.Take(Routes);
        if (!written.IsObject())
        {
            return;
        }

        foreach (var route in written.EnumerateObject().Where(route => !s_intents.Contains(route.Name, StringComparer.Ordinal)))
        {
            var near = route.Name == "support" ? "support_request" : Spelling.Nearest(route.Name, s_intents);
            config.Warn(
                "intent_unknown",
                JsonPointer.Append(config.PointerTo(Routes), route.Name),
                $"The legacy engine knew no intent {Shown.Of(route.Name)}, so this way was never taken.{(near is null ? string.Empty : $" Was '{near}' meant?")}",
                "It is left out.");
        }
    }
}
