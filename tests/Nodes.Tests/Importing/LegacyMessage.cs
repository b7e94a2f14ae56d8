namespace FlowEngine.Nodes.Tests.Importing;

/// <summary>
/// A message with what both engines make of it. Intents and finds are facts here, not computed by the model: the legacy keyword lists
/// looked inside words and its price query ignored what was asked, which ours do otherwise on purpose; messages on which the two
/// differ are left out.
/// </summary>
/// <param name="Intent">By the legacy lists; what no list has was <c>browsing</c>.</param>
internal sealed record LegacyMessage(string Text, string Intent, bool HasCategory, bool FindsProducts)
{
    public static IReadOnlyList<LegacyMessage> All { get; } =
    [
        new("transpalet istiyorum", "purchase_intent", HasCategory: true, FindsProducts: true),
        new("forklift satın almak istiyorum", "purchase_intent", HasCategory: true, FindsProducts: true),
        new("hangisi daha iyi", "comparison", HasCategory: false, FindsProducts: false),
        new("nedir bu", "question", HasCategory: false, FindsProducts: false),
        new("yardım eder misin", "support_request", HasCategory: false, FindsProducts: false),
        new("forklift listele", "browsing", HasCategory: true, FindsProducts: true),
        new("tamam teşekkürler", "browsing", HasCategory: false, FindsProducts: false),
    ];
}
