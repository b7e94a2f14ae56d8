using FlowEngine.Moving.Rows;

namespace FlowEngine.Moving.Rules;

public sealed record AiConfigurationDraft(long Id, string Name, string Provider, string ModelName);

/// <summary>Keys are never carried, so a configuration comes switched off: a person enters a secret's name and switches it on.</summary>
public static class AiConfigurationRule
{
    public static Carried<AiConfigurationDraft> Carry(LegacyRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var (name, provider, model) = (row.Filled("name"), row.Filled("provider"), row.Filled("model_name") ?? row.Filled("model"));
        var refusal = row.Number("tenant_id") is null ? MovingCodes.NoTenant
            : name is null || provider is null || model is null ? MovingCodes.NoKey
            : name.Length > 100 || provider.Length > 50 || model.Length > 200 ? MovingCodes.TooLong
            : null;
        return refusal is not null
            ? Carried<AiConfigurationDraft>.Refused(refusal)
            : Carried<AiConfigurationDraft>.As(
                new(row.Id, name!, provider!, model!),
                [.. row.Filled("api_key") is null ? Array.Empty<string>() : [MovingCodes.SecretLeft], .. row.Flag("is_active") ?? true ? [MovingCodes.SwitchedOff] : Array.Empty<string>()]);
    }
}
