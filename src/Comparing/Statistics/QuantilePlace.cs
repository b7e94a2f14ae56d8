namespace FlowEngine.Comparing.Statistics;

/// <param name="From">The sorted turn to begin at.</param>
/// <param name="Below">By conversation, the weight of its turns before that.</param>
public sealed record QuantilePlace(double Share, int From, double[] Below);
