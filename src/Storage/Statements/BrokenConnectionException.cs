namespace FlowEngine.Storage.Statements;

/// <summary>A connection broke before the answer came: what was sent over it may or may not have been done.</summary>
public sealed class BrokenConnectionException(Exception cause) : Exception("The connection to the database broke.", cause);
