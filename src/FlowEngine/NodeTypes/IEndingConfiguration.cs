namespace FlowEngine.NodeTypes;

/// <summary>A configuration of a node at which a walk ends.</summary>
public interface IEndingConfiguration
{
    /// <summary>The conversation's variables are forgotten.</summary>
    bool ResetsConversation { get; }
}
