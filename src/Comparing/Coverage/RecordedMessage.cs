namespace FlowEngine.Comparing.Coverage;

/// <param name="Role"><c>user</c> or <c>assistant</c>.</param>
public sealed record RecordedMessage(string Role, string Text);
