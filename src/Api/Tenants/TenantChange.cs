using FlowEngine.Api.Bodies;
using FlowEngine.Chat.Refusals;
using FlowEngine.Storage.Tenants;

namespace FlowEngine.Api.Tenants;

/// <summary>What a body changes of a tenant; null clears the site alone.</summary>
internal static class TenantChange
{
    public static Func<TenantDetails, TenantDetails> From(Body<TenantBody> body)
    {
        var to = body.Value;
        return facts => facts with
        {
            Slug = to.Slug ?? facts.Slug,
            Name = to.Name ?? facts.Name,
            Currency = to.Currency ?? facts.Currency,
            TimeZone = to.TimeZone ?? facts.TimeZone,
            Languages = to.Languages ?? facts.Languages,
            SiteUrl = body.Has(nameof(to.SiteUrl)) ? to.SiteUrl?.TrimEnd('/') : facts.SiteUrl,
            IsActive = to.IsActive ?? facts.IsActive,
        };
    }

    /// <returns>What is wrong with the values.</returns>
    public static IReadOnlyList<FieldError> Faults(TenantDetails facts, TenantDetails? before) =>
        [.. TenantRules.Faults(facts, before).Select(fault => new FieldError($"/{fault.Member}", "invalid", fault.Detail))];
}
