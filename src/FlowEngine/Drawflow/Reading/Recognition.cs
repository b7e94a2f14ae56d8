namespace FlowEngine.Drawflow.Reading;

/// <param name="InnerText">The document inside a text, still to be parsed.</param>
internal sealed record Recognition(
    DrawflowVariant Variant,
    IReadOnlyList<ModuleSource> Modules,
    string? InnerText = null,
    string? LooksLike = null)
{
    public static Recognition Refused(DrawflowVariant variant, string? looksLike) => new(variant, [], LooksLike: looksLike);
}
