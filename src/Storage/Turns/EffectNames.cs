using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;

namespace FlowEngine.Storage.Turns;

/// <summary>How an effect's kind and status are written.</summary>
public static class EffectNames
{
    public static string Of(EffectKind kind) => kind switch
    {
        EffectKind.Stored => "stored",
        EffectKind.External => "external",
        _ => "none",
    };

    public static string Of(EffectStatus status) => status switch
    {
        EffectStatus.Intended => "intended",
        EffectStatus.Dropped => "dropped",
        EffectStatus.Failed => "failed",
        _ => "done",
    };
}
