namespace FlowEngine.Storage.Events;

/// <summary>What somebody can watch.</summary>
public static class ChangeTopics
{
    /// <summary>Flows, their versions and their tests.</summary>
    public const string Flows = "flows";

    /// <summary>Conversations in which something was said.</summary>
    public const string Conversations = "conversations";

    /// <summary>Stages and kill switches.</summary>
    public const string Stages = "stages";

    public const string Jobs = "jobs";

    /// <summary>The tenant's settings, AI configurations and secrets.</summary>
    public const string Settings = "settings";

    public static IReadOnlyList<string> All { get; } = [Flows, Conversations, Stages, Jobs, Settings];
}
