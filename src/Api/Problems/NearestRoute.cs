using FlowEngine.NodeTypes;
using Microsoft.AspNetCore.Routing.Patterns;

namespace FlowEngine.Api.Problems;

/// <summary>What an address that nothing answers was probably meant to be.</summary>
internal static class NearestRoute
{
    /// <summary>An address of the API with the caller's own ids in it; null where none is near.</summary>
    public static string? Find(IEnumerable<Endpoint> endpoints, string path)
    {
        var asked = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var routes = endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null)
            .Select(route => Fill(route.RoutePattern, asked))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal);
        return Spelling.Nearest(path.TrimEnd('/'), routes);
    }

    /// <summary>The route's words, with what was asked for in the place of its parameters.</summary>
    private static string? Fill(RoutePattern pattern, string[] asked)
    {
        var filled = new List<string>();
        foreach (var (segment, index) in pattern.PathSegments.Select((segment, index) => (segment, index)))
        {
            if (segment.Parts is [RoutePatternLiteralPart literal])
            {
                filled.Add(literal.Content);
            }
            else if (index < asked.Length)
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
}
