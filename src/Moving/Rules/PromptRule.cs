using FlowEngine.Moving.Rows;

namespace FlowEngine.Moving.Rules;

public sealed record PromptDraft(long Id, string FeatureSlug, string FeatureName, string Name, string Text, bool IsDefault, bool IsActive);

/// <summary>The text's column is <c>content</c> or <c>prompt</c>, as the generation of the table has it.</summary>
public static class PromptRule
{
    public static Carried<PromptDraft> Carry(LegacyRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var (name, slug) = (row.Filled("name"), row.Filled("feature_slug") ?? "assistant");
        var (text, feature) = (row.Text("content") ?? row.Text("prompt"), row.Filled("feature_name"));
        var refusal = row.Number("tenant_id") is null ? MovingCodes.NoTenant
            : name is null ? MovingCodes.NoKey
            : text is null ? MovingCodes.NoContent
            : name.Length > 200 || slug.Length > 100 || feature?.Length > 200 ? MovingCodes.TooLong
            : null;
        return refusal is not null
            ? Carried<PromptDraft>.Refused(refusal)
            : Carried<PromptDraft>.As(
                new(row.Id, slug, feature ?? name!, name!, text!, row.Flag("is_default") ?? false, row.Flag("is_active") ?? true),
                [.. DoubleEncoding.IsIn(text) ? [MovingCodes.DoubleEncoded] : Array.Empty<string>()]);
    }
}
