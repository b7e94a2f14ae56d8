using FlowEngine.Api.Problems;

namespace FlowEngine.Api.Bodies;

/// <summary>A parameter of an endpoint that may be wrong as it came: then the endpoint does not run.</summary>
public interface IRequestPart
{
    ApiProblem? Problem { get; }
}

internal static class RequestParts
{
    public static TBuilder RefuseFaultyParts<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.AddEndpointFilter(static (context, next) =>
            context.Arguments.OfType<IRequestPart>().Select(part => part.Problem).FirstOrDefault(problem => problem is not null) is { } fault
                ? ValueTask.FromResult<object?>(fault)
                : next(context));
}
