using System.Globalization;
using FlowEngine.Chat.Stages;
using Microsoft.Extensions.Configuration;

namespace FlowEngine.Hosting.ServiceSettings;

/// <summary>
/// Checks the feature flag that decides stages. The library reads a flag at each question and throws then, or follows a variant that is no stage:
/// users would notice first.
/// </summary>
internal static class FeatureFlagSettings
{
    private const string Section = "feature_management";
    private const string Flags = "feature_flags";

    private static readonly string[] s_flag =
        ["id", "description", "display_name", "enabled", "conditions", "variants", "allocation", "telemetry"];

    private static readonly string[] s_variant = ["name", "configuration_value", "configuration_reference", "status_override"];
    private static readonly string[] s_allocation = ["default_when_enabled", "default_when_disabled", "user", "group", "percentile", "seed"];
    private static readonly string[] s_shares = ["percentage", "sample"];

    public static IEnumerable<SettingFault> Find(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (Scalar(section, "a section with feature_flags") is { } other)
        {
            return [other];
        }

        var flags = section.GetSection(Flags);
        return [.. Unknown(section, [Flags]), .. OrNone(Scalar(flags, "a list of flags")), .. flags.GetChildren().SelectMany(FindInFlag)];
    }

    private static IEnumerable<SettingFault> FindInFlag(IConfigurationSection flag)
    {
        var id = flag["id"];
        if (string.IsNullOrWhiteSpace(id))
        {
            return [new($"{flag.Path}:id", $"is missing: give the flag's name, such as {StageResolver.FeatureFlag}.")];
        }

        if (!string.Equals(id, StageResolver.FeatureFlag, StringComparison.OrdinalIgnoreCase))
        {
            return NodeTypes.Spelling.Nearest(id, [StageResolver.FeatureFlag]) is { } near
                ? [new($"{flag.Path}:id", $"is not a flag that the service reads; did you mean '{near}'?")]
                : [];
        }

        var variants = flag.GetSection("variants").GetChildren().ToList();
        return
        [
            .. Unknown(flag, s_flag),
            .. OrNone(NoBool(flag.GetSection("enabled"))),
            .. OrNone(Scalar(flag.GetSection("variants"), "a list of variants, each with the name of a stage")),
            .. variants.SelectMany(FindInVariant),
            .. FindInAllocation(flag.GetSection("allocation"), [.. variants.Select(variant => variant["name"] ?? "")]),
        ];
    }

    private static IEnumerable<SettingFault> FindInVariant(IConfigurationSection variant)
    {
        foreach (var fault in Unknown(variant, s_variant))
        {
            yield return fault;
        }

        if (StageNames.Read(variant["name"]) is null)
        {
            yield return new($"{variant.Path}:name", "is not a stage" + Near(variant["name"], StageNames.All));
        }

        var configuration = variant.GetSection("configuration_value");
        if (Scalar(configuration, "a section with percentage and sample") is { } scalar)
        {
            yield return scalar;
        }

        foreach (var fault in Unknown(configuration, s_shares))
        {
            yield return fault;
        }

        foreach (var fault in s_shares.Select(configuration.GetSection).Where(share => share.Exists()).SelectMany(share => OrNone(NotBetween(share, whole: true))))
        {
            yield return fault;
        }
    }

    private static IEnumerable<SettingFault> FindInAllocation(IConfigurationSection allocation, IReadOnlyList<string> variants)
    {
        if (Scalar(allocation, "a section with default_when_enabled") is { } scalar)
        {
            return [scalar];
        }

        return
        [
            .. Unknown(allocation, s_allocation),
            .. OrNone(NoVariant(allocation.GetSection("default_when_enabled"), variants)),
            .. OrNone(NoVariant(allocation.GetSection("default_when_disabled"), variants)),
            .. FindInList(allocation.GetSection("user"), "users", variants),
            .. FindInList(allocation.GetSection("group"), "groups", variants),
            .. allocation.GetSection("percentile").GetChildren().SelectMany(entry => FindInPercentile(entry, variants)),
        ];
    }

    /// <summary>Entries of users or groups: a variant and for whom it is.</summary>
    private static IEnumerable<SettingFault> FindInList(IConfigurationSection list, string members, IReadOnlyList<string> variants)
    {
        if (Scalar(list, $"a list of entries with variant and {members}") is { } scalar)
        {
            yield return scalar;
        }

        foreach (var entry in list.GetChildren())
        {
            foreach (var fault in Unknown(entry, ["variant", members]).Concat(OrNone(MissingVariant(entry, variants))))
            {
                yield return fault;
            }

            // An empty list in JSON is an empty text here.
            var names = entry.GetSection(members);
            if (!names.Exists() || !string.IsNullOrEmpty(names.Value))
            {
                yield return new(names.Path, $"is {(names.Exists() ? SettingKinds.Given(names) : "missing")}: give a list, such as [\"demo\"], or [] for nobody.");
            }

            foreach (var name in names.GetChildren().Where(name => name.Value is null))
            {
                yield return new(name.Path, $"is {SettingKinds.Given(name)}: give text.");
            }
        }
    }

    private static IEnumerable<SettingFault> FindInPercentile(IConfigurationSection entry, IReadOnlyList<string> variants) =>
    [
        .. Unknown(entry, ["variant", "from", "to"]),
        .. OrNone(MissingVariant(entry, variants)),
        .. OrNone(NotBetween(entry.GetSection("from"), whole: false)),
        .. OrNone(NotBetween(entry.GetSection("to"), whole: false)),
    ];

    private static SettingFault? MissingVariant(IConfigurationSection entry, IReadOnlyList<string> variants) =>
        entry.GetSection("variant") is var variant && variant.Exists()
            ? NoVariant(variant, variants)
            : new(variant.Path, $"is missing: give one of {string.Join(", ", variants)}.");

    private static SettingFault? NoVariant(IConfigurationSection name, IReadOnlyList<string> variants) =>
        !name.Exists() || variants.Contains(name.Value, StringComparer.Ordinal)
            ? null
            : new(name.Path, "is not one of the flag's variants" + Near(name.Value, variants));

    private static SettingFault? NoBool(IConfigurationSection section) =>
        !section.Exists() || bool.TryParse(section.Value, out _)
            ? null
            : new(section.Path, $"is {SettingKinds.Given(section)}: give true or false.");

    private static SettingFault? Scalar(IConfigurationSection section, string expected) =>
        string.IsNullOrEmpty(section.Value) ? null : new(section.Path, $"is {SettingKinds.Given(section)}: give {expected}.");

    private static IEnumerable<SettingFault> Unknown(IConfigurationSection section, IReadOnlyCollection<string> known) => section.GetChildren()
        .Where(child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
        .Select(child => SettingsShape.Unknown(child, known));

    private static SettingFault? NotBetween(IConfigurationSection section, bool whole)
    {
        var type = whole ? typeof(int) : typeof(double);
        var isNumber = double.TryParse(section.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && (!whole || int.TryParse(section.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _));
        var wrong = !section.Exists() ? "missing" : isNumber ? SettingKinds.OutOfRange : SettingKinds.Wrong(section, type);
        return isNumber && number is >= 0 and <= StageSetting.All
            ? null
            : new(section.Path, $"is {wrong}: give {SettingKinds.Number(type)} from 0 to {StageSetting.All}.");
    }

    private static string Near(string? name, IReadOnlyList<string> known) => NodeTypes.Spelling.Nearest(name ?? "", known) is { } near
        ? $"; did you mean '{near}'?"
        : $": give one of {string.Join(", ", known)}.";

    private static IEnumerable<SettingFault> OrNone(SettingFault? fault) => fault is null ? [] : [fault];
}
