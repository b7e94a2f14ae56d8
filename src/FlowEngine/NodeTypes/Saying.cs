namespace FlowEngine.NodeTypes;

/// <summary>Whether a node says something to the user when it goes on, at any port but <c>error</c>.</summary>
public enum Saying
{
    Never,
    Always,

    /// <summary>On the conversation's first turn, and never again.</summary>
    OnFirstTurn,

    /// <summary>It depends on variables, the tenant or what was found.</summary>
    Sometimes,
}

/// <summary>A configuration from which follows whether the node says something.</summary>
public interface ISayingConfiguration
{
    Saying Says { get; }
}
