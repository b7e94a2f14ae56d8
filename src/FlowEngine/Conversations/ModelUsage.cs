namespace FlowEngine.Conversations;

/// <param name="Model">Name of the model that answered; null where none was called.</param>
/// <param name="Cost">Null unless the price of every model called is known.</param>
public sealed record ModelUsage(string? Model, int InputTokens, int OutputTokens, ModelCost? Cost = null)
{
    public static ModelUsage None { get; } = new(null, 0, 0);

    public ModelUsage Plus(ModelUsage other) => new(
        other.Model ?? Model,
        InputTokens + other.InputTokens,
        OutputTokens + other.OutputTokens,
        other.Model is null ? Cost : Model is null ? other.Cost : other.Cost is { } cost ? Cost?.Plus(cost) : null);
}
