using FlowEngine.Api.Bodies;
using FlowEngine.Api.Problems;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;

namespace FlowEngine.Api.OpenApi;

/// <summary>Gives endpoints the problems that all of their kind may answer with, so that the OpenAPI document has them.</summary>
internal static class ProblemAnswers
{
    public static TBuilder WithProblems<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.Finally(endpoint =>
        {
            var known = endpoint.Metadata.OfType<IProducesResponseTypeMetadata>().Select(answer => answer.StatusCode).ToHashSet();
            foreach (var status in Statuses(endpoint.Metadata).Distinct().Order().Where(known.Add).ToList())
            {
                endpoint.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(ProblemView), ["application/problem+json"]));
            }
        });
        return builder;
    }

    private static IEnumerable<int> Statuses(IList<object> metadata)
    {
        foreach (var status in metadata.OfType<ProblemStatuses>().SelectMany(problems => problems.Statuses))
        {
            yield return status;
        }

        // A query parameter that is not known, and what may go wrong anywhere.
        yield return StatusCodes.Status422UnprocessableEntity;
        yield return StatusCodes.Status500InternalServerError;
        yield return StatusCodes.Status503ServiceUnavailable;
        if (metadata.OfType<IAuthorizeData>().Any())
        {
            // Another's tenant is not found.
            yield return StatusCodes.Status401Unauthorized;
            yield return StatusCodes.Status403Forbidden;
            yield return StatusCodes.Status404NotFound;
        }

        var hasJson = metadata.OfType<IAcceptsMetadata>().Any();
        if (hasJson || metadata.OfType<SentFile>().Any())
        {
            yield return StatusCodes.Status400BadRequest;
            yield return StatusCodes.Status413PayloadTooLarge;
        }

        if (hasJson)
        {
            yield return StatusCodes.Status415UnsupportedMediaType;
        }
    }
}
