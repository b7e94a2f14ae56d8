using FlowEngine.Conversations;
using FlowEngine.Storage.Model;
using FlowEngine.Storage.Tenants;
using FlowEngine.Text;

namespace FlowEngine.Api.Tenants;

/// <summary>What a tenant can be, for the API and the command line alike.</summary>
internal static class TenantRules
{
    private const int MaxName = 200;
    private const int MaxSiteUrl = 500;
    private const int MaxLanguages = 10;

    /// <param name="before">Null: the tenant is new. What a tenant has already is not questioned.</param>
    /// <returns>Members with what is wrong with them.</returns>
    public static IEnumerable<(string Member, string Detail)> Faults(TenantDetails facts, TenantDetails? before)
    {
        if (facts.Slug != before?.Slug && !TenantSlug.IsValid(facts.Slug))
        {
            yield return ("slug", $"'slug' must be {TenantSlug.Rule}.");
        }

        if (facts.Name != before?.Name && (UnicodeText.IsBlank(facts.Name) || UnicodeText.Length(facts.Name) > MaxName || facts.Name.Any(char.IsControl)))
        {
            yield return ("name", $"'name' must be text of 1 to {MaxName} characters, none of them a control character.");
        }

        if (before?.Languages.SequenceEqual(facts.Languages, StringComparer.Ordinal) != true && !AreLanguages(facts.Languages))
        {
            yield return ("languages", $"'languages' must be 1 to {MaxLanguages} different ISO 639-1 codes such as 'en', the tenant's own first.");
        }

        if (facts.Currency != before?.Currency && (facts.Currency.Length != 3 || !facts.Currency.All(char.IsAsciiLetterUpper)))
        {
            yield return ("currency", "'currency' must be three capital letters such as 'EUR'.");
        }

        if (facts.TimeZone != before?.TimeZone && (facts.TimeZone.Length == 0 || !TimeZoneInfo.TryFindSystemTimeZoneById(facts.TimeZone, out _)))
        {
            yield return ("timeZone", "'timeZone' must be an IANA name such as 'Europe/Istanbul'.");
        }

        if (facts.SiteUrl is { } site && site != before?.SiteUrl && (site.Length > MaxSiteUrl || !Uri.TryCreate(site, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")))
        {
            yield return ("siteUrl", $"'siteUrl' must be an http or https address of at most {MaxSiteUrl} characters.");
        }
    }

    private static bool AreLanguages(IReadOnlyList<string> codes) =>
        codes.Count is > 0 and <= MaxLanguages && codes.All(LanguageTag.IsCode) && codes.Distinct(StringComparer.Ordinal).Count() == codes.Count;
}
