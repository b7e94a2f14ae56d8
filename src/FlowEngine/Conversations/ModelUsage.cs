namespace FlowEngine.Conversations;

/// <param name="Model">Name of the model that answered; null where none was called.</param>
public sealed record ModelUsage(string? Model, int InputTokens, int OutputTokens)
{
    public static ModelUsage None { get; } = new(null, 0, 0);

    public ModelUsage Plus(ModelUsage other) =>
        new(other.Model ?? Model, InputTokens + other.InputTokens, OutputTokens + other.OutputTokens);
}
