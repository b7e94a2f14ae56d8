using System.Collections;
using System.Reflection;
using System.Text.Json;

namespace FlowEngine.NodeTypes;

/// <summary>Takes configurations apart, down to their texts and conditions; for checking, never during a turn.</summary>
public sealed class ConfigurationParts
{
    private readonly Dictionary<Type, (PropertyInfo Property, string Name)[]> _members = [];

    public IEnumerable<ConfigurationPart> Of(object configuration) => Of(configuration, "", null);

    private IEnumerable<ConfigurationPart> Of(object? value, string pointer, PropertyInfo? member)
    {
        switch (value)
        {
            case null:
                return [];
            case string or Conversations.Value:
                return [new(pointer, value, member)];
            case IDictionary map:
                return map.Keys.Cast<object>().SelectMany(key => Of(map[key], $"{pointer}/{Segment(key)}", member));
            case IEnumerable list:
                return list.Cast<object?>().SelectMany((item, index) => Of(item, $"{pointer}/{index}", member));
            default:
                return ObjectBinder.IsConfigurationPart(value.GetType())
                    ? Members(value.GetType()).SelectMany(part => Of(part.Property.GetValue(value), $"{pointer}/{part.Name}", part.Property))
                    : [new(pointer, value, member)];
        }
    }

    /// <summary>A key as a segment of a JSON pointer.</summary>
    private static string Segment(object key) =>
        key.ToString()!.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private (PropertyInfo Property, string Name)[] Members(Type type)
    {
        if (!_members.TryGetValue(type, out var members))
        {
            members = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.SetMethod is not null)
                .Select(property => (property, JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name)))];
            _members.Add(type, members);
        }

        return members;
    }
}
