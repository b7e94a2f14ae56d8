using System.Collections.Concurrent;
using FlowEngine.Chat.Tenants;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.FeatureManagement;
using Microsoft.FeatureManagement.FeatureFilters;

namespace FlowEngine.Chat.Stages;

/// <summary>The tenant's stage: its row in the database, else the variant of the feature flag <c>ConversationEngine</c>, else <c>off</c>.</summary>
public sealed class StageResolver(IVariantFeatureManager features, IConfiguration settings, ILogger<StageResolver> logger)
{
    public const string FeatureFlag = "ConversationEngine";

    private const string NoFlag = "there is no such flag.";
    private const string Flags = "feature_management:feature_flags";

    private readonly ConcurrentDictionary<string, StageSetting> _last = new(StringComparer.Ordinal);

    public async ValueTask<StageDecision> ResolveAsync(TenantSnapshot tenant, string sessionId, CancellationToken cancellationToken)
    {
        var (set, source) = await SettingAsync(tenant, sessionId, cancellationToken);
        return StageDecision.Of(set, source, tenant.Profile.Key.TenantId, sessionId);
    }

    /// <summary>What is set for the tenant, and where.</summary>
    /// <param name="sessionId">A feature flag may tell sessions apart.</param>
    public async ValueTask<(StageSetting Setting, string Source)> SettingAsync(
        TenantSnapshot tenant, string sessionId, CancellationToken cancellationToken)
    {
        var slug = tenant.Profile.Slug;
        if (tenant.Stage is { } row)
        {
            return (new(Read(row.Stage, slug), row.Percentage, row.Sample), StageDecision.Row);
        }

        var targeting = new TargetingContext { UserId = sessionId, Groups = [slug] };
        try
        {
            var variant = await features.GetVariantAsync(FeatureFlag, targeting, cancellationToken);
            if (variant is null)
            {
                return Kept(slug, NoFlag);
            }

            var read = Read(variant, slug);
            return _last.TryGetValue(slug, out var last) && read != last && !HasFlag()
                ? Kept(slug, NoFlag)
                : (_last[slug] = read, StageDecision.Flag);
        }
        catch (Exception fault) when (fault is FeatureManagementException or ArgumentException or InvalidOperationException)
        {
            return Kept(slug, fault.Message);
        }
    }

    /// <summary>
    /// A flag with a part missing throws at each question, and a settings file saved half-written has no flag at all. The tenant stays
    /// where it was: a slip of an editor must not take its users to another engine in mid-conversation.
    /// </summary>
    private (StageSetting Setting, string Source) Kept(string tenant, string reason)
    {
        Log.UnreadableStage(logger, reason, tenant);
        return _last.TryGetValue(tenant, out var last) ? (last, StageDecision.Flag) : (StageSetting.Off, StageDecision.Default);
    }

    /// <summary>
    /// The flag's settings are read one by one: a flag that an edit takes away meanwhile may be read without its groups. Asking afterwards
    /// tells, since it is gone then.
    /// </summary>
    private bool HasFlag() => settings.GetSection(Flags).GetChildren().Any(flag => string.Equals(flag["id"], FeatureFlag, StringComparison.OrdinalIgnoreCase));

    private StageSetting Read(Variant variant, string tenant) => new(
        Read(variant.Name, tenant), Share(variant.Configuration, "percentage"), Share(variant.Configuration, "sample"));

    private Stage Read(string? name, string tenant)
    {
        if (StageNames.Read(name) is { } stage)
        {
            return stage;
        }

        Log.UnknownStage(logger, name, tenant);
        return Stage.Off;
    }

    /// <exception cref="InvalidOperationException">It is not a whole number from 0 to 100.</exception>
    private static int Share(IConfigurationSection? configuration, string name) => configuration?[name] switch
    {
        null => StageSetting.All,
        var text when int.TryParse(text, out var share) && share is >= 0 and <= StageSetting.All => share,
        var text => throw new InvalidOperationException($"its variant has '{name}': '{text}', which is not a whole number from 0 to 100."),
    };
}
