using System.Text.Json;
using FlowEngine.Api.Bodies;
using FlowEngine.Chat.Refusals;
using FlowEngine.Storage.Tenants;

namespace FlowEngine.Api.Tenants;

/// <summary>Reads the body of a request as a change of a tenant, so that every fault has a name.</summary>
internal static class TenantReader
{
    private const string Site = "siteUrl";

    /// <returns>The change, or what is wrong with the members' types and names.</returns>
    public static (Func<TenantDetails, TenantDetails>? Change, IReadOnlyList<FieldError> Errors) Read(JsonElement body)
    {
        var members = new BodyMembers(body, []).Known("slug", "name", "languages", "currency", "timeZone", Site, "isActive");
        var (slug, name, currency, timeZone) = (members.Text("slug"), members.Text("name"), members.Text("currency"), members.Text("timeZone"));
        var (languages, siteUrl, isActive) = (members.Texts("languages"), members.Text(Site), members.Flag("isActive"));
        var clearsSite = members.IsNull(Site);
        return members.Errors.Count > 0 ? (null, members.Errors) : (Change, []);

        TenantDetails Change(TenantDetails facts) => facts with
        {
            Slug = slug ?? facts.Slug,
            Name = name ?? facts.Name,
            Currency = currency ?? facts.Currency,
            TimeZone = timeZone ?? facts.TimeZone,
            Languages = languages ?? facts.Languages,
            SiteUrl = clearsSite ? null : siteUrl?.TrimEnd('/') ?? facts.SiteUrl,
            IsActive = isActive ?? facts.IsActive,
        };
    }

    /// <returns>What is wrong with the values.</returns>
    public static IReadOnlyList<FieldError> Faults(TenantDetails facts, TenantDetails? before) =>
        [.. TenantRules.Faults(facts, before).Select(fault => new FieldError($"/{fault.Member}", "invalid", fault.Detail))];
}
