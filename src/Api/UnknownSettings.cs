using FlowEngine.NodeTypes;

namespace FlowEngine.Api;

/// <summary>Finds settings under <c>FlowEngine</c> that nothing reads: a misspelt name must not pass for a default.</summary>
internal static class UnknownSettings
{
    public static IEnumerable<string> Find(IConfiguration configuration) =>
        Find(configuration.GetSection(FlowEngineOptions.Section), typeof(FlowEngineOptions));

    private static IEnumerable<string> Inside(IConfigurationSection section, Type type) =>
        type.Namespace == typeof(FlowEngineOptions).Namespace ? Find(section, type)
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Dictionary<,>)
            ? section.GetChildren().SelectMany(child => Inside(child, type.GenericTypeArguments[1]))
        : [];

    private static IEnumerable<string> Find(IConfigurationSection section, Type type)
    {
        var known = type.GetProperties().ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var child in section.GetChildren())
        {
            if (!known.TryGetValue(child.Key, out var property))
            {
                var near = Spelling.Nearest(child.Key, known.Keys);
                yield return $"{child.Path} is not a setting" + (near is null
                    ? $"; known are {string.Join(", ", known.Keys)}."
                    : $"; did you mean '{near}'?");
            }
            else
            {
                foreach (var fault in Inside(child, property.PropertyType))
                {
                    yield return fault;
                }
            }
        }
    }
}
