using FlowEngine.Chat.Refusals;
using FlowEngine.Chat.Stages;
using FlowEngine.Chat.Tenants;

namespace FlowEngine.Chat.Switches;

/// <summary>One switch, tried at one stage.</summary>
internal sealed record Drill(KillSwitch Switch, Stage Stage, string Expected)
{
    public const string Refused = "503 chat_disabled";

    public static string RefusedBy(Refusal refusal) => $"503 {refusal.Code}";

    /// <param name="answer">Who, and how.</param>
    public static string Answered(string answer, string candidate) => $"{answer}; compared with {candidate}";
}
