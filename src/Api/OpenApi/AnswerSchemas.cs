using Microsoft.OpenApi;

namespace FlowEngine.Api.OpenApi;

/// <summary>
/// Answers leave out members that have no value, so those are optional and never null. In bodies null has a meaning, so what is reached
/// from a body keeps it.
/// </summary>
internal static class AnswerSchemas
{
    public static void Tighten(OpenApiDocument document)
    {
        var sent = new HashSet<string>(StringComparer.Ordinal);
        var bodies = document.Paths.Values.SelectMany(path => path.Operations ?? []).Select(operation => operation.Value.RequestBody?.Content);
        foreach (var media in bodies.OfType<IDictionary<string, OpenApiMediaType>>().SelectMany(content => content.Values))
        {
            Reach(media.Schema, document, sent);
        }

        foreach (var schema in document.Components!.Schemas!.Where(schema => !sent.Contains(schema.Key)).Select(schema => schema.Value).OfType<OpenApiSchema>())
        {
            Tighten(schema);
        }
    }

    private static void Reach(IOpenApiSchema? schema, OpenApiDocument document, HashSet<string> sent)
    {
        switch (schema)
        {
            case OpenApiSchemaReference { Reference.Id: { } id } when sent.Add(id):
                Reach(document.Components!.Schemas!.TryGetValue(id, out var found) ? found : null, document, sent);
                break;
            case OpenApiSchema own:
                foreach (var part in Parts(own))
                {
                    Reach(part, document, sent);
                }

                break;
        }
    }

    private static IEnumerable<IOpenApiSchema?> Parts(OpenApiSchema schema) =>
        [.. schema.Properties?.Values ?? [], schema.Items, schema.AdditionalProperties, .. schema.OneOf ?? [], .. schema.AnyOf ?? [], .. schema.AllOf ?? []];

    private static void Tighten(OpenApiSchema schema)
    {
        foreach (var (name, member) in (schema.Properties ?? new Dictionary<string, IOpenApiSchema>()).ToList())
        {
            if (schema.Required?.Contains(name) == true)
            {
                continue;
            }

            if (member is OpenApiSchema { OneOf: { Count: 2 } two } && two.OfType<OpenApiSchemaReference>().FirstOrDefault() is { } only)
            {
                schema.Properties![name] = only;
            }
            else if (member is OpenApiSchema { Type: { } type } own)
            {
                own.Type = type & ~JsonSchemaType.Null;
            }
        }

        foreach (var part in Parts(schema).OfType<OpenApiSchema>())
        {
            Tighten(part);
        }
    }
}
