namespace FlowEngine.Chat.Telemetry;

/// <summary>How a turn ended, as spans and metrics name it.</summary>
/// <param name="Code">Of the failure or the refusal.</param>
internal readonly record struct TurnResult(string Name, string? Code = null)
{
    public static TurnResult Answered => new("answered");

    /// <summary>The same request was answered before, and is answered with what was stored.</summary>
    public static TurnResult Repeated => new("repeated");

    public static TurnResult Cancelled => new("cancelled");

    /// <summary>Nothing was stored: a bug, or the database failed.</summary>
    public static TurnResult Error => new("error", "unexpected");

    /// <summary>The engine failed, and the fallback text was stored.</summary>
    public static TurnResult Failed(string code) => new("failed", code);

    public static TurnResult Refused(string code) => new("refused", code);
}
