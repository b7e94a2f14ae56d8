using System.Text.Json;

namespace FlowEngine.NodeTypes;

/// <summary>
/// Turns a node's <c>data</c> into its configuration record, once, when a flow is checked or compiled. Reports every fault, with its place.
/// </summary>
public static class ConfigurationBinder
{
    private static readonly HashSet<string> s_common =
        [.. ObjectBinder.MemberNames(typeof(NodeSettings))];

    /// <param name="configurationType">The record of the node type; a type that reads its own JSON takes the whole object.</param>
    /// <param name="configuration">A JSON object; anything else counts as an empty one, as PHP's <c>[]</c> does.</param>
    public static BoundConfiguration Bind(Type configurationType, JsonElement configuration)
    {
        var faults = new List<ConfigurationFault>();
        var settings = BindSettings(configurationType, configuration, faults);
        var value = ObjectBinder.IsConfigurationPart(configurationType)
            ? ObjectBinder.Bind(configurationType, configuration, "", faults, s_common.Contains, _ => false)
            : ObjectBinder.BindValue(configurationType, configuration, "", faults);
        if (value is IValidatedConfiguration validated && !faults.Any(fault => fault.IsError))
        {
            faults.AddRange(validated.Validate());
        }

        return new(faults.Any(fault => fault.IsError) ? null : value, settings, faults);
    }

    /// <summary>Most nodes carry none of these, which costs them nothing.</summary>
    private static NodeSettings BindSettings(Type configurationType, JsonElement configuration, List<ConfigurationFault> faults)
    {
        if (configuration.ValueKind != JsonValueKind.Object || !configuration.EnumerateObject().Any(member => s_common.Contains(member.Name)))
        {
            return new NodeSettings();
        }

        var own = ObjectBinder.MemberNames(configurationType).ToHashSet(StringComparer.Ordinal);
        return (NodeSettings?)ObjectBinder.Bind(typeof(NodeSettings), configuration, "", faults, _ => true, own.Contains) ?? new NodeSettings();
    }
}
