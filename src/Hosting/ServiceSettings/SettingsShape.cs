using FlowEngine.NodeTypes;
using Microsoft.Extensions.Configuration;

namespace FlowEngine.Hosting.ServiceSettings;

/// <summary>Finds settings that nothing reads (a misspelt name must not pass for a default) and settings of another kind than is read.</summary>
internal static class SettingsShape
{
    public static IEnumerable<SettingFault> Find(IConfigurationSection section, Type options)
    {
        var known = SettingKinds.Of(options);
        foreach (var child in section.GetChildren())
        {
            if (!known.TryGetValue(child.Key, out var property))
            {
                yield return Unknown(child, [.. known.Keys]);
                continue;
            }

            var (type, children) = (property.PropertyType, child.GetChildren().ToList());
            if (IsOtherKind(child, type, children.Count > 0))
            {
                yield return new(child.Path, $"is {SettingKinds.Wrong(child, type)}: give {SettingKinds.Expected(property)}.");
            }
            else if (SettingKinds.IsSection(type))
            {
                foreach (var fault in Find(child, type))
                {
                    yield return fault;
                }
            }
            else if (SettingKinds.SectionByName(type) is { } named)
            {
                foreach (var fault in children.SelectMany(item => OfName(item, named)))
                {
                    yield return fault;
                }
            }
            else if (SettingKinds.IsList(type))
            {
                foreach (var item in children.Where(item => item.Value is null))
                {
                    yield return new(item.Path, $"is {SettingKinds.Given(item)}: give text, or leave the item out.");
                }
            }
        }
    }

    private static IEnumerable<SettingFault> OfName(IConfigurationSection item, Type type) => string.IsNullOrEmpty(item.Value)
        ? Find(item, type)
        : [new(item.Path, $"is {SettingKinds.Given(item)}: give a section with {string.Join(", ", SettingKinds.Of(type).Keys)}.")];

    public static SettingFault Unknown(IConfigurationSection section, IReadOnlyCollection<string> known) =>
        new(section.Path, "is not a setting" + (Spelling.Nearest(section.Key, known) is { } near
            ? $"; did you mean '{near}'?"
            : $"; known are {string.Join(", ", known)}."));

    /// <summary>What is empty holds no setting: a JSON <c>[]</c>, <c>{}</c> or <c>null</c>, and an environment variable without a value for a section.</summary>
    private static bool IsOtherKind(IConfigurationSection section, Type type, bool hasChildren)
    {
        if (SettingKinds.IsSection(type) || SettingKinds.SectionByName(type) is not null || SettingKinds.IsList(type) || SettingKinds.IsOpen(type))
        {
            return !hasChildren && !string.IsNullOrEmpty(section.Value);
        }

        return hasChildren || (section.Value is { } text && !SettingKinds.Converts(type, text));
    }
}
