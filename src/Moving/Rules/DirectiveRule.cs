using System.Globalization;
using FlowEngine.Moving.Rows;

namespace FlowEngine.Moving.Rules;

/// <param name="Value">As it stood, also where it is not of its type.</param>
public sealed record DirectiveDraft(long Id, string Key, string Value, string Type, string Category, bool IsActive);

public static class DirectiveRule
{
    private static readonly string[] s_types = ["string", "integer", "boolean", "json", "array"];

    public static Carried<DirectiveDraft> Carry(LegacyRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var (key, type, category) = (row.Filled("directive_key"), (row.Filled("directive_type") ?? "string").Trim(), row.Text("category") ?? "");
        var refusal = row.Number("tenant_id") is null ? MovingCodes.NoTenant
            : key is null ? MovingCodes.NoKey
            : row.Text("directive_value") is null ? MovingCodes.NoValue
            : !s_types.Contains(type, StringComparer.Ordinal) ? MovingCodes.UnknownType
            : key.Length > 100 || category.Length > 50 ? MovingCodes.TooLong
            : null;
        if (refusal is not null)
        {
            return Carried<DirectiveDraft>.Refused(refusal);
        }

        var value = row.Text("directive_value")!;
        var draft = new DirectiveDraft(row.Id, key!, value, type, category, row.Flag("is_active") ?? true);
        return Carried<DirectiveDraft>.As(draft, [.. Notes(value, type)]);
    }

    private static IEnumerable<string> Notes(string value, string type)
    {
        var fits = type switch
        {
            "integer" => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            "boolean" => value is "0" or "1" or "true" or "false",
            "json" or "array" => value.Length > 0 && !JsonColumn.IsBroken(value),
            _ => true,
        };
        if (!fits)
        {
            yield return MovingCodes.ValueNotOfType;
        }

        if (DoubleEncoding.IsIn(value))
        {
            yield return MovingCodes.DoubleEncoded;
        }
    }
}
