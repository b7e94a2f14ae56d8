using System.Reflection;
using System.Text.Json;
using FlowEngine.Api.Problems;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace FlowEngine.Api.Bodies;

/// <summary>
/// A request's body as a record. All that is wrong with it is listed at once, by the record's own types and <see cref="BodyRuleAttribute"/>s;
/// endpoints run only with a body that is right.
/// </summary>
public sealed class Body<T> : IBindableFromHttpContext<Body<T>>, IEndpointParameterMetadataProvider, IRequestPart
    where T : class
{
    private readonly T? _value;
    private readonly ApiProblem? _problem;
    private readonly HashSet<string> _members = new(StringComparer.OrdinalIgnoreCase);

    private Body(ApiProblem problem) => _problem = problem;

    private Body(T value, JsonElement json, ReadOnlyMemory<byte> bytes)
    {
        (_value, Bytes) = (value, bytes);
        _members.UnionWith(json.EnumerateObject().Select(member => member.Name));
    }

    ApiProblem? IRequestPart.Problem => _problem;

    public T Value => _value!;

    /// <summary>As it was sent.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Whether the body has the member, null or not: in a change what is left out stays as it is.</summary>
    /// <param name="property">Name of the record's property.</param>
    public bool Has(string property) => _members.Contains(property);

    public static async ValueTask<Body<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var limits = typeof(T).GetCustomAttribute<BodyLimitsAttribute>() ?? BodyLimitsAttribute.Default;
        if (!context.Request.HasJsonContentType())
        {
            return new(ApiProblems.UnsupportedMediaType());
        }

        if (await BoundedBody.ReadAsync(context.Request, limits.MaxBytes, context.RequestAborted) is not { } bytes)
        {
            return new(ApiProblems.TooLarge(limits.MaxBytes));
        }

        var (json, problem) = JsonBody.Parse(bytes, limits.MaxDepth, name => name != limits.MayHaveNul);
        if (json is not { } body)
        {
            return new(problem!);
        }

        var type = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions.GetTypeInfo(typeof(T));
        var faults = BodyContract.Faults(body, type);
        return faults.Count > 0 ? new(ApiProblems.InvalidRequest(faults)) : new((T)body.Deserialize(type)!, body, bytes);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T), isOptional: false));
}
