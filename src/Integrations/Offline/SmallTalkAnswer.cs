using FlowEngine.Conversations;

namespace FlowEngine.Integrations.Offline;

internal static class SmallTalkAnswer
{
    public static string Line(ModelContext context, SmallTalkKind kind, Wording wording, Rules rules)
    {
        var words = wording.SmallTalk;
        var tenant = PlainText.Of(context.TenantName);
        var help = words.HowCanIHelp(tenant);
        return kind switch
        {
            SmallTalkKind.HowAreYou => $"{words.IAmWell} {help}{Emoji(rules, "🙂")}",
            SmallTalkKind.WhoAreYou => $"{words.IAm(rules.AssistantName, tenant)} {words.WhatICanDo}",
            SmallTalkKind.Help => words.WhatICanDo,
            SmallTalkKind.Thanks => $"{words.YouAreWelcome}{Emoji(rules, "🙂")}",
            SmallTalkKind.Goodbye => $"{words.Goodbye}{Emoji(rules, "👋")}",
            _ when rules.AssistantName.Length > 0 => $"{words.IAm(rules.AssistantName, tenant)} {words.HowCanIHelp("")}",
            _ => help,
        };
    }

    public static string Hello(ModelContext context, Wording wording, Rules rules) =>
        wording.SmallTalk.Hello(PlainText.Name(context.Variables.GetValueOrDefault("name").Text)) + Emoji(rules, "👋");

    private static string Emoji(Rules rules, string emoji) => rules.UseEmojis ? $" {emoji}" : "";
}
