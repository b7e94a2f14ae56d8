namespace FlowEngine.Conversations;

/// <summary>What a model's tokens cost.</summary>
/// <param name="InputPerMillion">For a million tokens.</param>
/// <param name="Version">Which price list it is, so that old turns say by which they were reckoned.</param>
public sealed record ModelPrice(decimal InputPerMillion, decimal OutputPerMillion, string Currency, string Version)
{
    private const decimal Million = 1_000_000;

    public ModelCost Of(int inputTokens, int outputTokens) => new(
        ((inputTokens * InputPerMillion) + (outputTokens * OutputPerMillion)) / Million, Currency, Version);
}
