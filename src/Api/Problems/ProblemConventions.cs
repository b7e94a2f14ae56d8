namespace FlowEngine.Api.Problems;

/// <summary>Problems that an endpoint may answer with, beside those that all of its kind have.</summary>
internal sealed record ProblemStatuses(IReadOnlyList<int> Statuses);

internal static class ProblemConventions
{
    public static TBuilder Problems<TBuilder>(this TBuilder builder, params int[] statuses)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new ProblemStatuses(statuses));
}
