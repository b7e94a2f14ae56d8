namespace FlowEngine.NodeTypes;

/// <summary>A configuration of a node at which a walk ends.</summary>
public interface IEndingConfiguration
{
    /// <summary>The end clears the conversation's variables.</summary>
    bool ResetsConversation { get; }

    /// <summary>The member that sets <see cref="ResetsConversation"/>, relative to the configuration.</summary>
    string ResetPointer => "/reset_conversation";
}
