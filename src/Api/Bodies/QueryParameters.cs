using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace FlowEngine.Api.Bodies;

/// <summary>The query parameters that endpoints take, from their methods' parameters.</summary>
internal sealed class QueryParameters
{
    private const string Api = "/api/";

    private readonly ConcurrentDictionary<Endpoint, KnownQuery> _known = new();

    /// <summary>Null where it is not an endpoint of the API.</summary>
    public KnownQuery? Of(Endpoint endpoint) =>
        endpoint is RouteEndpoint route && route.RoutePattern.RawText?.StartsWith(Api, StringComparison.Ordinal) == true
            ? _known.GetOrAdd(endpoint, _ => Read(route))
            : null;

    private static KnownQuery Read(RouteEndpoint endpoint) => new(
    [
        .. endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
            .Where(parameter => IsQuery(parameter, endpoint))
            .Select(parameter => new KnownParameter(
                parameter.ParameterInfo.GetCustomAttribute<FromQueryAttribute>()?.Name ?? parameter.Name,
                Nullable.GetUnderlyingType(parameter.ParameterInfo.ParameterType) ?? parameter.ParameterInfo.ParameterType,
                !parameter.IsOptional)),
    ]);

    private static bool IsQuery(IParameterBindingMetadata parameter, RouteEndpoint endpoint)
    {
        var info = parameter.ParameterInfo;
        return !parameter.HasBindAsync
            && !info.GetCustomAttributes(inherit: true).Any(attribute => attribute is IFromHeaderMetadata or IFromServiceMetadata or IFromRouteMetadata or AsParametersAttribute)
            && endpoint.RoutePattern.GetParameter(parameter.Name) is null
            && KnownParameter.CanRead(info.ParameterType);
    }
}
