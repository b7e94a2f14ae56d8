using FlowEngine.NodeTypes;
using Microsoft.AspNetCore.Routing.Patterns;

namespace FlowEngine.Api.Problems;

/// <summary>
/// What an address that nothing answers was probably meant to be. Only addresses that the public API document has are suggested, whoever asks.
/// </summary>
internal sealed class NearestRoute(EndpointDataSource endpoints, ParameterPolicyFactory policies)
{
    /// <summary>An address of the API with the caller's own ids in it; null where none is near.</summary>
    public string? Find(string path)
    {
        var asked = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var routes = endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null)
            .Select(route => Fill(route.RoutePattern, asked))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal);
        return Spelling.Nearest(path.TrimEnd('/'), routes);
    }

    /// <summary>The route's words, with what was asked for in the place of its parameters; null where it would not take that.</summary>
    private string? Fill(RoutePattern pattern, string[] asked)
    {
        var filled = new List<string>();
        foreach (var (index, segment) in pattern.PathSegments.Index())
        {
            if (segment.Parts is [RoutePatternLiteralPart literal])
            {
                filled.Add(literal.Content);
            }
            else if (index < asked.Length && segment.Parts.OfType<RoutePatternParameterPart>().All(parameter => Takes(parameter, asked[index])))
            {
                filled.Add(asked[index]);
            }
            else
            {
                return null;
            }
        }

        return $"/{string.Join('/', filled)}";
    }

    private bool Takes(RoutePatternParameterPart parameter, string value) => parameter.ParameterPolicies
        .Select(policy => policies.Create(parameter, policy))
        .OfType<IRouteConstraint>()
        .All(constraint => constraint.Match(null, null, parameter.Name, new() { [parameter.Name] = value }, RouteDirection.IncomingRequest));
}
