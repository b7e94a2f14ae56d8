using System.Reflection;
using System.Text;
using System.Text.Unicode;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Problems;
using FlowEngine.Conversations;
using FlowEngine.Testing.Scripts;
using Microsoft.AspNetCore.Http.Metadata;

namespace FlowEngine.Api.FlowTests;

/// <summary>A test's script as it was sent, with any content type.</summary>
public sealed record ScriptUpload(string Text, ApiProblem? Problem) : IBindableFromHttpContext<ScriptUpload>, IEndpointParameterMetadataProvider, IRequestPart
{
    public static async ValueTask<ScriptUpload?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        await BoundedBody.ReadAsync(context.Request, FlowTestReader.MaxBytes, context.RequestAborted) is not { } body
            ? new("", ApiProblems.TooLarge(FlowTestReader.MaxBytes))
            : Utf8.IsValid(body.Span)
                ? new(JsonInput.WellFormed(Encoding.UTF8.GetString(body.Span)), null)
                : new("", ApiProblems.NotJson("It is not UTF-8."));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new SentFile("FlowTestScript", "A test's script, at most 1 MiB. `GET /api/flows/schema/test` describes it."));
}
