namespace FlowEngine.Conversations;

/// <summary>What a model was asked in a turn and what it answered; not stored with the turn, for whoever compares two of them.</summary>
/// <param name="NodeId">That asked.</param>
public sealed record ModelCall(string NodeId, ModelRequest Request, ModelReply Reply);
