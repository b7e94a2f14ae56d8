using System.Reflection;
using System.Text.Json;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Problems;
using FlowEngine.Compiling;
using Microsoft.AspNetCore.Http.Metadata;

namespace FlowEngine.Api.Flows;

/// <summary>The settings that a version is to have: a body that is kept as it was written.</summary>
public sealed class VersionSettings : IBindableFromHttpContext<VersionSettings>, IEndpointParameterMetadataProvider, IRequestPart
{
    private readonly JsonElement _settings;

    private VersionSettings(JsonElement settings, ApiProblem? problem) => (_settings, Problem) = (settings, problem);

    public ApiProblem? Problem { get; }

    public static async ValueTask<VersionSettings?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        if (!context.Request.HasJsonContentType())
        {
            return new(default, ApiProblems.UnsupportedMediaType());
        }

        if (await BoundedBody.ReadAsync(context.Request, JsonBody.SmallBytes, context.RequestAborted) is not { } bytes)
        {
            return new(default, ApiProblems.TooLarge(JsonBody.SmallBytes));
        }

        var (json, problem) = JsonBody.Parse(bytes, JsonBody.SmallDepth, _ => true);
        return json is not { } body ? new(default, problem)
            : SettingsFaults.Of(body) is { Count: > 0 } faults ? new(default, ApiProblems.InvalidRequest(faults))
            : new(body, null);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(FlowSettings), isOptional: false));

    /// <summary>As it is stored: the same text where nothing differs in meaning, null where nothing is set.</summary>
    public string? Over(string? stored)
    {
        if (!string.IsNullOrEmpty(stored) && IsSame(stored))
        {
            return stored;
        }

        return _settings.EnumerateObject().Any() ? _settings.GetRawText() : null;
    }

    private bool IsSame(string stored)
    {
        try
        {
            return JsonElement.DeepEquals(JsonElement.Parse(stored), _settings);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
